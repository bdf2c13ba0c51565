import { notFound } from 'next/navigation'
import type { DescribedContent, DescribedParameter } from '@/app/api/openapi.json/document-types'
import { openApiDocument } from '@/app/api/openapi.json/openapi-document'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { Code } from '../../code'
import { Words } from '../../words'
import { curlOf, typedCallOf } from '../calls'
import { exampleOf } from '../example-of'
import { Method } from '../method'
import { SchemaTree } from '../schema-tree'
import { shownOperations } from '../shown-operations'

type Props = { params: Promise<{ operationId: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await params).operationId }
}

/** One operation: who may call it, how, what it takes and what it answers. */
export default async function OperationPage({ params }: Props) {
  const { operationId } = await params
  const document = openApiDocument()
  const shown = shownOperations(document).find(({ operation }) => operation.operationId === operationId)
  if (!shown) notFound()
  const { operation, method, path } = shown
  const answers = Object.entries(operation.responses).map(([status, answer]) => {
    const told =
      '$ref' in answer ? document.components.responses[answer.$ref.split('/').at(-1) ?? ''] : answer
    return [status, told?.description ?? '', told?.content] as const
  })
  return (
    <main className="flex flex-col gap-4">
      <PageHeading title={operation.operationId}>
        <Words text={operation.summary} />
      </PageHeading>
      <p className="flex flex-wrap items-center gap-3">
        <Method method={method} />
        <code className="break-all font-mono text-sm">{path}</code>
      </p>
      <p className="text-ink-soft text-sm">{operation.description}</p>
      <Panel title="In a shell">
        <Code what="call" text={curlOf(shown)} />
      </Panel>
      <Panel title="By the typed client">
        <Code what="call" text={typedCallOf(shown)} />
      </Panel>
      {operation.parameters.length > 0 ? <Parameters parameters={operation.parameters} /> : null}
      {operation.requestBody ? <Content title="Body" content={operation.requestBody.content} /> : null}
      {answers
        .filter(([status]) => Number(status) < 300)
        .map(([status, meaning, content]) => (
          <Content key={status} title={`${status}: ${meaning.replaceAll('`', '')}`} content={content ?? {}} />
        ))}
      <Panel title="Otherwise">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          {answers
            .filter(([status]) => !(Number(status) < 300))
            .map(([status, meaning]) => (
              <div key={status} className="contents">
                <dt className="font-mono text-xs leading-5">{status}</dt>
                <dd className="text-ink-soft">
                  <Words text={meaning} />
                </dd>
              </div>
            ))}
        </dl>
      </Panel>
    </main>
  )
}

function Parameters({ parameters }: { parameters: DescribedParameter[] }) {
  const schema = {
    properties: Object.fromEntries(
      parameters.map(({ name, description, schema }) => [name, { ...schema, description }]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  }
  return (
    <Panel title="Parameters" aside="path, query, header">
      <SchemaTree schema={schema} />
    </Panel>
  )
}

function Content({ title, content }: { title: string; content: DescribedContent }) {
  const types = Object.keys(content)
  const schema = Object.values(content)[0]?.schema
  return (
    <Panel title={title} aside={types.join(', ')}>
      {schema ? (
        <div className="flex flex-col gap-3">
          <SchemaTree schema={schema} />
          <details>
            <summary className="cursor-pointer text-ink-soft text-sm">Example</summary>
            <div className="mt-2">
              <Code what="example" text={JSON.stringify(exampleOf(schema), null, 2)} />
            </div>
          </details>
        </div>
      ) : (
        <p className="text-ink-soft text-sm">{types.length > 0 ? 'A file.' : 'No body.'}</p>
      )}
    </Panel>
  )
}
