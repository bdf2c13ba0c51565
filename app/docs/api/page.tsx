import { openApiDocument } from '@/app/api/openapi.json/openapi-document'
import { PageHeading } from '@/components/ui/page-heading'
import { OperationList } from './operation-list'
import { shownOperations } from './shown-operations'

export const metadata = { title: 'API' }

/** The OpenAPI document for people: all operations by room; each has a page of its own. */
export default function ApiDocsPage() {
  const operations = shownOperations(openApiDocument()).map(({ operation, method, path }) => ({
    id: operation.operationId,
    room: operation.tags[0] ?? '',
    summary: operation.summary,
    method,
    path,
  }))
  return (
    <main className="flex flex-col gap-4">
      <PageHeading title="API">
        The same as{' '}
        <a className="underline underline-offset-4" href="/api/openapi.json">
          openapi.json
        </a>
        , of which <code>npx openapi-typescript</code> makes types and <code>openapi-fetch</code> a client.
      </PageHeading>
      <OperationList operations={operations} />
    </main>
  )
}
