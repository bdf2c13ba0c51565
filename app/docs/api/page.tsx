import { openApiDocument } from '@/app/api/openapi.json/openapi-document'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { OperationPanel, type ShownOperation } from './operation-panel'

export const metadata = { title: 'API' }

type Described = Omit<ShownOperation, 'method' | 'path'>

/** The OpenAPI document for people: what each door takes and answers. */
export default function ApiDocsPage() {
  const paths = openApiDocument().paths as Record<string, Record<string, Described>>
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  )
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-4 p-4 md:p-8">
      <PageHeading title="Stowline API">
        The same as{' '}
        <a className="underline underline-offset-4" href="/api/openapi.json">
          openapi.json
        </a>
        . Send <code>Authorization: Bearer</code> with an API key, or a session cookie. Errors are problem
        documents (RFC 9457); every answer carries <code>traceparent</code> and <code>x-request-id</code>.
      </PageHeading>
      <Panel title="Live changes" aside="socket.io on the same port">
        <p className="text-sm">
          Connect with the session cookie or <code>auth: {'{ apiKey }'}</code> (scope read), emit{' '}
          <code>join</code> with a room such as <code>site:GROCERY-1:orders</code>, and hear{' '}
          <code>change</code> with <code>{'{ site, topic, event, id, version }'}</code>: what changed, to be
          fetched.
        </p>
      </Panel>
      {operations.map((operation) => (
        <OperationPanel key={operation.operationId} operation={operation} />
      ))}
    </main>
  )
}
