import Ajv from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { DescribedOperation, JsonSchema, OpenApiDocument } from '@/app/api/openapi.json/document-types'
import type { RawAnswer } from './send-raw'

const INSIDES =
  /\n\s+at \S|node_modules|\/(home|root|tmp|usr|var)\/|PrismaClient|prisma\.|\b(SELECT|INSERT INTO|UPDATE) .+ (FROM|VALUES|SET)\b|violates \w+.* constraint|syntax error at or near|invalid input syntax|relation "|column "|invalid byte sequence/

export type Judge = (operation: DescribedOperation, answer: RawAnswer, isStray: boolean) => string[]

/**
 * What is wrong with answers, in words: against the document, and against what no answer may have.
 * @param mayShed whether so much comes at once that a door may say when to come again
 */
export function judging(document: OpenApiDocument, mayShed: boolean): Judge {
  const ajv = new Ajv({ strict: false, allErrors: false })
  addFormats(ajv)
  ajv.addSchema({ $id: 'document', components: document.components }, 'document')
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  const checkOf = (key: string, schema: JsonSchema) => {
    const check = compiled.get(key) ?? ajv.compile(schema)
    compiled.set(key, check)
    return check
  }
  const problem = document.components.schemas.Problem ?? {}

  return (operation, answer, isStray) => {
    const { status, headers, text } = answer
    if (mayShed && status === 503 && headers['retry-after'] !== undefined) return []
    if (status >= 500 && !(String(status) in operation.responses && status !== 503))
      return [`answers ${status}: ${text.slice(0, 200)}`]
    // 431 is Node's own word on headers that it did not read.
    if ((status >= 300 && status < 400) || status === 431) return []
    const type = (headers['content-type'] ?? '').split(';')[0] ?? ''
    const wrong: string[] = []
    if (status >= 400) {
      if (INSIDES.test(unechoed(text))) wrong.push(`${status} tells of insides: ${text.slice(0, 300)}`)
      if (type !== 'application/problem+json')
        return [...wrong, `${status} is of type ${type}: ${text.slice(0, 100)}`]
      const body = JSON.parse(text) as { status: number }
      const check = checkOf('problem', problem)
      if (!check(body)) wrong.push(`${status} is no problem document: ${ajv.errorsText(check.errors)}`)
      if (body.status !== status) wrong.push(`${status} says it is ${body.status}`)
    }
    if (isStray) return wrong
    const told = operation.responses[status]
    if (!told) return [...wrong, `${status} is not documented: ${text.slice(0, 200)}`]
    if ('$ref' in told) return wrong
    const schema = told.content?.[type]?.schema
    if (status < 300 && text !== '' && !told.content?.[type] && !told.content?.['*/*'])
      wrong.push(`${status} answers ${type}, which is not documented`)
    if (status < 300 && schema) {
      const check = checkOf(`${operation.operationId} ${status}`, schema)
      if (!check(JSON.parse(text)))
        wrong.push(`${status} is not as documented: ${ajv.errorsText(check.errors)} ${shape(check.errors)}`)
    }
    return wrong
  }
}

// What the caller said comes back to them in some details; only what is ours counts.
function unechoed(text: string): string {
  return text
    .replace(/"instance":"(\\.|[^"\\])*"/g, '')
    .replace(/etc\/passwd|SELECT 1|DROP TABLE product/g, '')
}

function shape(errors: { params?: object }[] | null | undefined): string {
  return JSON.stringify(errors?.map(({ params }) => params)).slice(0, 200)
}
