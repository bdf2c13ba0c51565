import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { RUNBOOKS } from '../runbooks'

type Props = { params: Promise<{ name: string }> }

export const generateStaticParams = () => Object.keys(RUNBOOKS).map((name) => ({ name }))

export async function generateMetadata({ params }: Props) {
  return { title: RUNBOOKS[(await params).name]?.title ?? 'Runbook' }
}

/** One runbook, in the order in which it is needed. */
export default async function RunbookPage({ params }: Props) {
  const runbook = RUNBOOKS[(await params).name]
  if (!runbook) notFound()
  const { title, means, look, act, over } = runbook
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-4 p-4 md:p-8">
      <Breadcrumb href="/docs/runbooks" list="Runbooks">
        {title}
      </Breadcrumb>
      <PageHeading title={title} />
      <Panel title="What it means">
        <p className="text-sm">{means}</p>
      </Panel>
      <Panel title="Look first">
        <Steps steps={look} />
      </Panel>
      <Panel title="Then do">
        <Steps steps={act} />
      </Panel>
      <Panel title="It is over when">
        <p className="text-sm">{over}</p>
      </Panel>
    </main>
  )
}

function Steps({ steps }: { steps: string[] }) {
  return (
    <ol className="flex list-decimal flex-col gap-2 pl-5 text-sm">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
