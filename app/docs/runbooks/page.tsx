import Link from 'next/link'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { CHAPTERS } from './runbooks'

export const metadata = { title: 'Runbooks' }

/** What to do about each alert, for whoever it wakes. */
export default function RunbooksPage() {
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-4 p-4 md:p-8">
      <PageHeading title="Runbooks">what each alert means, and what to do about it</PageHeading>
      {CHAPTERS.map(({ title, runbooks }) => (
        <Panel key={title} title={title} flush>
          <ul>
            {Object.entries(runbooks).map(([name, runbook]) => (
              <li key={name} className="border-line border-t first:border-t-0">
                <Link
                  href={`/docs/runbooks/${name}`}
                  prefetch={false}
                  className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm hover:bg-inset"
                >
                  <span className="font-medium text-ink">{runbook.title}</span>
                  <code className="text-ink-soft text-xs">{name}</code>
                </Link>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </main>
  )
}
