/** An operation as the document tells it. */
export type DescribedOperation = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  security: Record<string, string[]>[]
  parameters: DescribedParameter[]
  requestBody?: { required: true; content: DescribedContent }
  responses: Record<string, DescribedAnswer | { $ref: string }>
}
export type DescribedParameter = {
  name: string
  in: 'path' | 'header' | 'query'
  required: boolean
  description?: string
  schema: JsonSchema
}
export type DescribedContent = Record<string, { schema?: JsonSchema }>
export type DescribedAnswer = { description: string; content?: DescribedContent }
export type JsonSchema = Record<string, unknown>
export type OpenApiDocument = {
  openapi: string
  info: Record<string, string>
  servers: { url: string }[]
  tags: { name: string }[]
  paths: Record<string, Record<string, DescribedOperation>>
  components: {
    securitySchemes: Record<string, unknown>
    responses: Record<string, DescribedAnswer>
    schemas: Record<string, JsonSchema>
  }
}
