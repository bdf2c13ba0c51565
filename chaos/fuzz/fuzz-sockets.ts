import fc from 'fast-check'
import { io, type Socket } from 'socket.io-client'
import { liveTopicSchema } from '@/lib/platform/live-change'
import type { DoorRun } from './fuzz-doors'
import { oddText, oddValue, spoiled } from './odd-values'
import type { Caller, MarkedSite } from './open-marked-house'

const ANSWER_MS = 30_000

type Message = { caller: Caller; message: unknown }
type Sockets = { url: string; callers: Caller[]; sites: MarkedSite[]; inputs: number; seed: number }

/** The messages that sockets take: `join` of live changes, and `scan` of the belt, so many of each caller, in every shape. */
export async function fuzzSockets(fuzz: Sockets): Promise<DoorRun[]> {
  const ids = fuzz.sites.map(({ id }) => id)
  const site = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, oddText)
  const topic = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...liveTopicSchema.options) }, oddText)
  const join = fc.oneof(
    fc.tuple(site, topic).map(([one, other]) => `site:${one}:${other}`),
    fc.record({ site, topic }),
    oddValue,
  )
  const scan = fc
    .record({
      site,
      sorter: fc.constantFrom('S1', 'MAIN'),
      scanner: fc.constantFrom('S1', 'SC1'),
      seq: fc.nat(),
      barcodes: fc.array(oddText, { maxLength: 2 }),
      at: fc.constantFrom('2026-11-21T10:00:00Z', new Date().toISOString()),
    })
    .chain((right) => fc.oneof(fc.constant<unknown>(right), spoiled(right)))
  const joins = await talk(fuzz, '/', 'join', join, (answer, { caller, message }) => {
    if (!isRecord(answer) || typeof answer.ok !== 'boolean') return 'a join is not answered as documented'
    const asked = typeof message === 'string' ? message.split(':')[1] : isRecord(message) && message.site
    return answer.ok && caller.site !== asked ? `may hear of ${String(asked)}` : undefined
  })
  const scans = await talk(fuzz, '/belt', 'scan', scan, (answer) =>
    isRecord(answer) ? undefined : 'a scan broke',
  )
  return [joins, scans]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

async function talk(
  { url, callers, sites, inputs, seed }: Sockets,
  space: string,
  event: string,
  messages: fc.Arbitrary<unknown>,
  judge: (answer: unknown, said: Message) => string | undefined,
): Promise<DoorRun> {
  const run: DoorRun = { door: `socket ${space} ${event}`, sent: 0, statuses: {}, findings: [] }
  for (const caller of callers) {
    const socket = await connect(url + space, caller)
    run.statuses[socket ? 'admitted' : 'refused'] = (run.statuses[socket ? 'admitted' : 'refused'] ?? 0) + 1
    if (!socket) continue
    const wanted = fc.sample(messages, { numRuns: inputs, seed })
    const mark = caller.mustNotHear ?? sites[0]?.mark ?? ''
    for (const message of wanted) {
      run.sent++
      const answer: unknown = await socket
        .timeout(ANSWER_MS)
        .emitWithAck(event, message)
        .catch((error: Error) => error)
      const wrong =
        answer instanceof Error ? `no answer: ${answer.message}` : judge(answer, { caller, message })
      const leak =
        caller.mustNotHear && JSON.stringify(answer)?.includes(mark) ? 'tells of another site' : undefined
      for (const said of [wrong, leak])
        if (said)
          run.findings.push({
            door: run.door,
            caller: caller.name,
            input: inputOf(space, message),
            wrong: said,
          })
    }
    socket.close()
  }
  return run
}

const inputOf = (path: string, message: unknown) => ({
  path,
  headers: {},
  body: JSON.stringify(message) ?? '',
})

function connect(url: string, { headers }: Caller): Promise<Socket | undefined> {
  const socket = io(url, {
    transports: ['websocket'],
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  })
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', () => {
      socket.close()
      resolve(undefined)
    })
  })
}
