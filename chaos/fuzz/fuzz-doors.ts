import fc, { type Arbitrary } from 'fast-check'
import type { DescribedOperation, OpenApiDocument } from '@/app/api/openapi.json/document-types'
import { type Input, inputsOf } from './inputs-of-operation'
import { judging } from './judge-answer'
import type { knownWords } from './known-words'
import { oddText } from './odd-values'
import type { Caller } from './open-marked-house'
import { jsonOf, type RawAnswer, type SendRaw } from './send-raw'

const AT_ONCE = 8
/** Of every ten inputs so many come from those whom the door lets in. */
const ADMITTED_OF_TEN = 8

export type Finding = { door: string; caller: string; input: Input; wrong: string }
export type DoorRun = { door: string; sent: number; statuses: Record<string, number>; findings: Finding[] }
export type Door = { method: string; path: string; operation: DescribedOperation }
type Asked = { caller: Caller; input: Input }

/** What would take the house away under the fuzz: asking for it is a trial of its own. */
const BREAKS_THE_HOUSE: Record<string, RegExp> = { setFaults: /"(down|slow|stopped)"/ }

export const doorsOf = (document: OpenApiDocument): Door[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

type Fuzz = {
  document: OpenApiDocument
  send: SendRaw
  callers: Caller[]
  known: ReturnType<typeof knownWords>
  inputs: number
  seed: number
  /** How often what may change something is said at the same moment, as by a button that is pressed twice. */
  together: number
}

/** Sends each door its inputs, and judges each answer; what answers name is asked about further on. */
export async function* fuzzDoors(fuzz: Fuzz): AsyncGenerator<DoorRun> {
  const judge = judging(fuzz.document, fuzz.together > 1)
  for (const { method, path, operation } of doorsOf(fuzz.document)) {
    const door = `${method} ${path}`
    const run: DoorRun = { door, sent: 0, statuses: {}, findings: [] }
    const waiting = fc.sample(askedOf(fuzz, path, operation), { numRuns: fuzz.inputs, seed: fuzz.seed })
    const ask = async (): Promise<void> => {
      for (let asked = waiting.pop(); asked; asked = waiting.pop()) {
        if (BREAKS_THE_HOUSE[operation.operationId]?.test(asked.input.body ?? '')) continue
        const times = method === 'GET' ? 1 : fuzz.together
        await Promise.all(
          Array.from({ length: times }, () => askOnce(fuzz, { operation, method, path }, asked, run, judge)),
        )
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, ask))
    yield run
  }
}

type Asking = { operation: DescribedOperation; method: string; path: string }

async function askOnce(
  fuzz: Fuzz,
  { operation, method, path }: Asking,
  asked: Asked,
  run: DoorRun,
  judge: ReturnType<typeof judging>,
): Promise<void> {
  const { caller, input } = asked
  run.sent++
  const answer = await fuzz.send(method, withCaller(asked)).catch((error: Error) => error)
  const status = answer instanceof Error ? 'none' : answer.status
  run.statuses[status] = (run.statuses[status] ?? 0) + 1
  const wrongs =
    answer instanceof Error
      ? [`no answer: ${answer.message}`]
      : [...judge(operation, answer, isStray(path, input)), ...leaked(caller, answer)]
  for (const wrong of wrongs) run.findings.push({ door: run.door, caller: caller.name, input, wrong })
  if (!(answer instanceof Error) && answer.status < 300) fuzz.known.learn(jsonOf(answer))
}

function askedOf({ callers, known }: Fuzz, path: string, operation: DescribedOperation): Arbitrary<Asked> {
  const opening = new Set(['all', ...operation.security.flatMap((one) => Object.values(one).flat())])
  const admitted = callers.filter(({ opens }) => opens.some((one) => opening.has(one)))
  const others = callers.filter((caller) => !admitted.includes(caller))
  // Who has never heard a mark does not say it either: it could only be an echo.
  const inputsBut = (mark: string | undefined) =>
    inputsOf(
      path,
      operation,
      known.words(oddText, (word) => !mark || !word.includes(mark)),
    )
  const byMark = new Map(
    [...new Set(callers.map(({ mustNotHear }) => mustNotHear))].map((mark) => [mark, inputsBut(mark)]),
  )
  const askedBy = (some: Caller[]): Arbitrary<Asked> =>
    fc.oneof(
      ...some.map((caller) => {
        const inputs = byMark.get(caller.mustNotHear) ?? inputsBut(caller.mustNotHear)
        return inputs.map((input) => ({ caller, input }))
      }),
    )
  return fc.oneof(
    { weight: ADMITTED_OF_TEN, arbitrary: askedBy(admitted) },
    { weight: 10 - ADMITTED_OF_TEN, arbitrary: askedBy(others) },
  )
}

const withCaller = ({ caller, input }: Asked): Input => ({
  ...input,
  headers: { ...input.headers, ...caller.headers },
})

/** Whether the path that was made is no address of this door any more. */
function isStray(path: string, { path: sent }: Input): boolean {
  const given = (sent.split('?')[0] ?? '').split('/')
  return path.split('/').some((part, at) => part.startsWith('{') && isNoSegment(given[at] ?? ''))
}

const isNoSegment = (segment: string): boolean =>
  /^(%2e|\.){0,2}$|%2f|%5c|%(?![0-9a-f]{2})|%c0|%ed%a0|%00|%25/i.test(segment) || segment.length > 3_000

const leaked = ({ mustNotHear }: Caller, { text, headers }: RawAnswer): string[] =>
  mustNotHear && `${text}${JSON.stringify(headers)}`.includes(mustNotHear)
    ? [`tells of another site: …${text.slice(Math.max(0, text.indexOf(mustNotHear) - 150)).slice(0, 250)}…`]
    : []
