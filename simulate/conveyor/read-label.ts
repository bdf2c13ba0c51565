import { deadlineMsOf } from '@/lib/conveyor/rules/geometry'
import type { Scanner } from '@/lib/conveyor/topology-schema'
import { drawFault, type ScanFault } from './faults'
import type { Answer, Ask, Ride } from './ride'
import { verdictOn } from './settle-ask'
import type { World } from './world'

/** Of the deadline: after so much without an answer the scanner says it again, in time for the divert. */
const AGAIN_SHARE = 0.5
const AGAIN_MS = 1_000
/** Then nobody waits for an answer any more. */
const MOST_REPEATS = 120
/** Of the deadline: how late a message is that the next box's overtakes, and one that comes too late. */
const OVERTAKEN_SHARE = 0.45
const LATE_SHARE = 1.2
const TWICE_AFTER_MS = 15
/** A label that sticks beside ours: a number of the carrier's own, from its examples. */
const OTHER_LABEL = '1Z12345E0205271688'

/** A box is under a scanner: what is read, or not, and when it is said. */
export function scanBox(world: World, ride: Ride, scanner: Scanner, atMs: number): void {
  const seq = (world.seqs.get(scanner.id) ?? world.settings.firstSeq) + 1
  world.seqs.set(scanner.id, seq)
  const fault = drawFault(world.settings.faults.scans, ride.random)
  const ask: Ask = {
    ...{ ride, scanner: scanner.id, seq, fault, scannedAtMs: atMs },
    ...labelsRead(ride.box.barcode, fault),
    deadlineAtMs: atMs + deadlineMsOf(ride.sorter, scanner.atMetres),
    ...{ answer: null, answeredAtMs: Number.POSITIVE_INFINITY, isContradicted: false, repeated: -1 },
    ...{ isFollowed: false, passed: [], replaced: null, verdict: null },
  }
  world.asks.set(`${scanner.id} ${seq}`, ask)
  if (ride.ask) {
    ride.ask.replaced = ask.barcode === ride.box.barcode && !ask.labels ? 'read' : 'unread'
    ride.ask.isFollowed = false
    settle(world, ride.ask, atMs)
  }
  ride.ask = ask
  const waysMs = ask.deadlineAtMs - atMs
  if (fault === 'late') world.agenda.add(atMs + waysMs * LATE_SHARE, { kind: 'say', ask })
  else if (fault === 'out-of-order') world.agenda.add(atMs + waysMs * OVERTAKEN_SHARE, { kind: 'say', ask })
  else sayScan(world, ask, atMs)
  if (fault === 'said-twice') world.agenda.add(atMs + TWICE_AFTER_MS, { kind: 'say', ask })
}

function labelsRead(barcode: string, fault: ScanFault | null): Pick<Ask, 'barcode' | 'labels'> {
  if (fault === 'no-read') return { barcode: null }
  if (fault === 'multiple-labels') return { barcode, labels: [barcode, OTHER_LABEL] }
  return { barcode: fault === 'unknown-label' ? `?${barcode.slice(-5)}` : barcode }
}

/** Says a scan, and again until it is answered: the same number is the same box. */
export function sayScan(world: World, ask: Ask, atMs: number): void {
  const isFirst = ask.repeated < 0
  const isSaidTwice = ask.fault === 'said-twice' && ask.repeated === 0
  if ((ask.answer && !isSaidTwice) || ask.repeated >= MOST_REPEATS) return
  ask.repeated++
  world.said.push({ kind: 'scan', ask, atMs: ask.scannedAtMs })
  const againMs = isFirst ? (ask.deadlineAtMs - ask.scannedAtMs) * AGAIN_SHARE : AGAIN_MS
  world.agenda.add(atMs + againMs, { kind: 'say', ask })
}

/** An answer comes: in time it moves the divert, late it only says what should have been. */
export function hearAnswer(world: World, ask: Ask | undefined, answer: Answer, atMs: number): void {
  if (!ask) return
  if (ask.fault === 'answer-lost' && ask.repeated === 0) return
  if (ask.answer) {
    const { decisionId, action, lane } = ask.answer
    ask.isContradicted ||=
      answer.decisionId !== decisionId || answer.action !== action || answer.lane !== lane
    return
  }
  ask.answer = answer
  ask.answeredAtMs = atMs
  ask.isFollowed = atMs <= ask.deadlineAtMs && !ask.replaced
  settle(world, ask, atMs)
}

/** Tells the house what became of a box, once, as soon as both the answer and the end are known. */
export function settle(world: World, ask: Ask, atMs: number): void {
  const verdict = ask.verdict ? null : verdictOn(ask)
  if (!verdict || !ask.answer) return
  ask.verdict = verdict
  world.said.push({ kind: 'confirmation', decisionId: ask.answer.decisionId, verdict, atMs })
}
