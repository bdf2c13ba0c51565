import { Panel } from '@/components/ui/panel'

type Schema = { description?: string }
type Content = Record<string, { schema?: Schema }>
export type ShownOperation = {
  operationId: string
  method: string
  path: string
  summary: string
  description: string
  parameters: { name: string; in: string; required: boolean; description?: string }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

/** One operation: who may call it, what it takes, what it answers. */
export function OperationPanel({ operation }: { operation: ShownOperation }) {
  const { method, path, summary, description, parameters, requestBody, responses } = operation
  return (
    <Panel title={`${method} ${path}`} aside={description}>
      <div className="flex flex-col gap-3 text-sm">
        <p>{summary}</p>
        {parameters.length > 0 ? (
          <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
            {parameters.map((parameter) => (
              <div key={parameter.name} className="contents">
                <dt className="font-mono">{parameter.name}</dt>
                <dd className="text-ink-soft">
                  {parameter.in}, {parameter.required ? 'required' : 'optional'}
                  {parameter.description ? `: ${parameter.description}` : ''}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
        {requestBody ? <SchemaText title="Body" content={requestBody.content} /> : null}
        {Object.entries(responses).map(([status, { description: meaning, content }]) => (
          <SchemaText key={status} title={`${status}: ${meaning}`} content={content} />
        ))}
      </div>
    </Panel>
  )
}

function SchemaText({ title, content }: { title: string; content: Content | undefined }) {
  const [type, body] = Object.entries(content ?? {})[0] ?? []
  if (!body?.schema || type === 'application/problem+json') return <p className="text-ink-soft">{title}</p>
  return (
    <details>
      <summary className="cursor-pointer text-ink-soft">{title}</summary>
      <pre className="mt-2 overflow-x-auto rounded-md bg-inset p-3 font-mono text-xs">
        {JSON.stringify(body.schema, null, 2)}
      </pre>
    </details>
  )
}
