import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { openApiDocument } from '@/app/api/openapi.json/openapi-document'

export const API_TYPES = 'simulate/client/api-types.ts'

/** The types of the served OpenAPI document, as the typed client reads them. */
export async function apiTypes(): Promise<string> {
  // As it is served: what is undefined here is absent there.
  const document = JSON.parse(JSON.stringify(openApiDocument())) as OpenAPI3
  return `// Written by \`npm run client\` from the OpenAPI document.\n${astToString(await openapiTS(document))}`
}
