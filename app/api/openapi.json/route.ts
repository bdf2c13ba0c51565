import { json } from '@/app/answers'
import { methods } from '@/app/methods'
import { openApiDocument } from './openapi-document'

/** OpenAPI 3.1, made from the schemas that validate. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: async () => json(openApiDocument()) })
