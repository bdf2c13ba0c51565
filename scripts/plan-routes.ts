import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { answerRouteCase } from '@/lib/picking/answer-route-case'
import { routeCaseSchema } from '@/lib/picking/schema'

const DEFAULT_LIMIT_MS = 10_000

/**
 * `npm run route -- FILE.jsonl [--limit-ms N]`: plans the route of every case in a file, one JSON object a line, and
 * prints one solution line each, in order. A broken case answers `{ id, error }` and the rest go on.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'limit-ms': { type: 'string', default: String(DEFAULT_LIMIT_MS) } },
  })
  const [file] = positionals
  const limitMs = Number(values['limit-ms'])
  if (!file || positionals.length > 1 || !(limitMs > 0))
    throw new Error('usage: npm run route -- FILE.jsonl [--limit-ms N], N milliseconds above 0')
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(solutionOf(line, limitMs))}\n`)
  return 0
}

function solutionOf(line: string, limitMs: number): object {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch (error) {
    return { id: null, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const parsed = routeCaseSchema.safeParse(read)
  const id = typeof read === 'object' && read !== null && 'id' in read ? read.id : null
  if (parsed.success) return answerRouteCase(parsed.data, limitMs)
  const wrong = parsed.error.issues.map(({ path, message }) => `/${path.map(String).join('/')}: ${message}`)
  return { id, error: wrong.join('; ') }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
