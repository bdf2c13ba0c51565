import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { showOpenApiOperation } from '../public-operations'
import { openApiDocument } from './openapi-document'

/** OpenAPI 3.1, made from the schemas that validate. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showOpenApiOperation, async () => json(openApiDocument())),
})
