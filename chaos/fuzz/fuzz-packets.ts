import fc from 'fast-check'
import type { DoorRun } from './fuzz-doors'
import { oddText, oddValue } from './odd-values'
import type { Caller } from './open-marked-house'
import type { RawAnswer, SendRaw } from './send-raw'

const PATH = '/socket.io/?EIO=4&transport=polling'
/** Longer than a packet may be. */
const TOO_LONG = 2_000_000

type Packets = { send: SendRaw; callers: Caller[]; inputs: number; seed: number }

/**
 * What comes over a socket before it is a message: packets of Engine.IO and Socket.IO that are cut, of no kind, too long, of
 * a namespace that is not there, with attachments that never come. Each goes to a connection of its own, by long polling,
 * and the house must answer it, or close that connection, and be there afterwards.
 */
export async function fuzzPackets({ send, callers, inputs, seed }: Packets): Promise<DoorRun> {
  const run: DoorRun = { door: 'packets /socket.io/', sent: 0, statuses: {}, findings: [] }
  const bodies = fc.sample(packet, { numRuns: inputs, seed })
  for (const [at, body] of bodies.entries()) {
    const caller = callers[at % callers.length]
    if (!caller) break
    const headers = { ...caller.headers, 'content-type': 'text/plain;charset=UTF-8' }
    const opened = await send('GET', { path: PATH, headers: caller.headers })
    const { sid = 'none' } = /^0/.test(opened.text)
      ? (JSON.parse(opened.text.slice(1)) as { sid: string })
      : {}
    const input = { path: `${PATH}&sid=${sid}`, headers, body }
    run.sent++
    const answer = await send('POST', input).catch((error: Error) => error)
    const wrong = wrongWith(answer) ?? wrongWith(await alive(send), 'afterwards ')
    const status = answer instanceof Error ? 'closed' : answer.status
    run.statuses[status] = (run.statuses[status] ?? 0) + 1
    if (wrong)
      run.findings.push({
        ...{ door: run.door, caller: caller.name, wrong },
        input: { ...input, body: body.slice(0, 300) },
      })
  }
  return run
}

const alive = (send: SendRaw) =>
  send('GET', { path: '/api/health/live', headers: {} }).catch((error: Error) => error)

/** A connection that is cut is an answer; one that hangs is none. */
function wrongWith(answer: RawAnswer | Error, when = ''): string | undefined {
  if (answer instanceof Error)
    return answer.name === 'TimeoutError' || when ? `${when}no answer: ${answer.message}` : undefined
  return answer.status >= 500 || (when && answer.status !== 200)
    ? `${when}answers ${answer.status}`
    : undefined
}

const json = oddValue.map((value) => JSON.stringify(value) ?? '')
const space = fc.constantFrom('', '/belt,', '/peers,', '/nowhere,', '/,', `/${'n'.repeat(5_000)},`, '/%00,')
const packet: fc.Arbitrary<string> = fc.oneof(
  // Engine.IO: open, close, ping, pong, upgrade, noop and none of them.
  fc.constantFrom(
    '',
    '0',
    '1',
    '2probe',
    '3probe',
    '5',
    '6',
    '7',
    '9',
    'b',
    'bAAAA',
    'b!!!',
    '\u001e',
    '\u001e\u001e',
  ),
  fc.tuple(fc.constantFrom('40', '41', '44'), space, json).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('42', '43'), space, fc.nat().map(String), json).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('join', 'scan', 'disconnect', '__proto__', 'constructor'), oddValue)
    .chain(([event, value]) => space.map((at) => `42${at}1${JSON.stringify([event, value])}`)),
  // Attachments that are said to come.
  fc.tuple(fc.constantFrom('451-', '45-', '4599999999999-', '46-1-'), json).map((parts) => parts.join('')),
  fc.tuple(oddText, oddText).map((parts) => parts.join('\u001e')),
  fc.constant(`42["join","${'x'.repeat(TOO_LONG)}"]`),
)
