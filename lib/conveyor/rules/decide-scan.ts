import type { Scan } from '../schema'
import { chooseLane, type LaneChoice, type OpenLane, type SeenBox } from './choose-lane'
import { missingAfterMs } from './geometry'
import { countOf, countOne } from './minute-count'
import { normaliseLabel } from './normalise-label'
import { type Answered, type KnownBox, LATEST, type Pass, type SorterState } from './sorter-state'

/** A scanner's number means the same box for so long; after that its counter began anew. */
export const SAME_SEQ_MS = 10 * 60_000
/** A label that a scanner reads twice within this time is one box under it once. */
const SAME_PASS_MS = 1_000

/** What a decision may know beyond its sorter. */
export type Surroundings = {
  boxes: ReadonlyMap<string, KnownBox>
  isServedElsewhere: (destination: string) => boolean
}
type Decided = { answered: Answered; isNew: boolean }

/**
 * Decides about one scan and takes note of it: pure but for `state`, which is its memory.
 * @param decisionId of the decision if a new one is made
 * @param nowMs clock of the one who answers, ms since 1970
 * @returns the earlier decision (`isNew` false) for a number that was answered already
 */
export function decideScan(
  state: SorterState,
  scan: Scan,
  { decisionId, nowMs }: { decisionId: string; nowMs: number },
  around: Surroundings,
): Decided {
  const labels = labelsOf(scan, around)
  const barcode = labels.length === 0 ? null : labels.join(' ')
  const before = state.answered.get(scan.scanner)?.get(scan.seq)
  const isSameSeq = before !== undefined && nowMs - before.decidedAtMs < SAME_SEQ_MS
  if (isSameSeq && before.barcode === barcode) return { answered: before, isNew: false }
  const box = labels.length === 1 && barcode !== null ? around.boxes.get(barcode) : undefined
  const scannedAtMs = Date.parse(scan.at)
  const answered: Answered = {
    ...{
      decisionId,
      site: scan.site,
      sorter: state.sorter.id,
      scanner: scan.scanner,
      seq: scan.seq,
      barcode,
    },
    ...{ orderNumber: box?.orderNumber ?? null, scannedAtMs, decidedAtMs: nowMs },
    ...{ action: 'reject', lane: null, because: 'sequence-reused' },
    deadlineMs: state.deadlines.get(scan.scanner) ?? 0,
    ...{ elapsedMicros: 0, recorded: false, outcome: null, actualLane: null },
  }
  if (isSameSeq) {
    remember(state, answered, false)
    return { answered, isNew: true }
  }
  const last = barcode === null ? undefined : state.passes.get(barcode)
  const again = last?.scanner === scan.scanner && Math.abs(scannedAtMs - last.scannedAtMs) < SAME_PASS_MS
  const laps = lapsOf(last, scan.scanner)
  const choice = again ? last.decision : choose(state, { barcode, box, labels, laps }, answered, around)
  Object.assign(answered, { action: choice.action, lane: choice.lane, because: choice.because })
  remember(state, answered, true)
  // What an older scan of the box says is history already.
  const isStale = last !== undefined && scannedAtMs < last.scannedAtMs
  if (!again && !isStale) follow(state, answered, box, laps)
  return { answered, isNew: true }
}

/** The labels that matter, normalised: of several, those of boxes; of several unknown ones, all. */
function labelsOf({ barcode, labels }: Scan, { boxes }: Surroundings): string[] {
  const read = labels?.length ? labels : barcode === null ? [] : [barcode]
  const all = [...new Set(read.map(normaliseLabel))].filter((label) => label !== '')
  const known = all.length > 1 ? all.filter((label) => boxes.has(label)) : []
  return known.length > 0 ? known : all
}

/** Times a box came around, this scan included. */
export const lapsOf = (last: Pass | undefined, scanner: string): number =>
  last === undefined ? 0 : last.laps + (last.firstScanner === scanner ? 1 : 0)

type Seen = { barcode: string | null; box: KnownBox | undefined; labels: string[]; laps: number }

function choose(
  state: SorterState,
  { barcode, box, labels, laps }: Seen,
  { scannedAtMs, decidedAtMs, deadlineMs }: Answered,
  { isServedElsewhere }: Surroundings,
): LaneChoice {
  const { sorter } = state
  const key = keyOf(box, barcode)
  const seen: SeenBox =
    box === undefined
      ? { kind: labels.length > 1 ? 'multiple-labels' : barcode === null ? 'no-read' : 'unknown-barcode' }
      : {
          kind: 'known',
          ...{ key, laps, destination: box.destination, isCancelled: box.isCancelled },
          laneOfKey: state.laneOfKey.get(key)?.lane ?? null,
        }
  const circling = state.circulating.size - (barcode !== null && state.circulating.has(barcode) ? 1 : 0)
  return chooseLane(seen, {
    lanes: openLanes(state, barcode, decidedAtMs),
    loop: sorter.loop ? { room: sorter.loop.capacity - circling, mostLaps: sorter.loop.mostLaps } : null,
    isServedElsewhere,
    isLate: decidedAtMs - scannedAtMs >= deadlineMs,
  })
}

const keyOf = (box: KnownBox | undefined, barcode: string | null): string =>
  (box?.kind === 'tote' ? box.orderNumber : null) ?? barcode ?? ''

function openLanes(state: SorterState, barcode: string | null, nowMs: number): OpenLane[] {
  const lanes: OpenLane[] = []
  for (const { lane, state: laneState, sent, coming, leavesAt } of state.lanes.values()) {
    if (lane.id === state.sorter.exceptionLane) continue
    lanes.push({
      ...{ id: lane.id, serves: lane.serves, mostPerMinute: lane.mostPerMinute, capacity: lane.capacity },
      ...{ state: laneState, leavesAt, sentLastMinute: countOf(sent, nowMs) },
      coming: coming.size - (barcode !== null && coming.has(barcode) ? 1 : 0),
    })
  }
  return lanes
}

function remember(state: SorterState, answered: Answered, isSeqTaken: boolean): void {
  const { counts } = state
  const { because, decidedAtMs } = answered
  const numbers = state.answered.get(answered.scanner)
  if (isSeqTaken && numbers) {
    // A number that began anew takes its place at the end, where the young ones are.
    numbers.delete(answered.seq)
    numbers.set(answered.seq, answered)
  }
  state.byId.set(answered.decisionId, answered)
  state.latest[state.answers++ % LATEST] = answered
  countOne(counts.scans, decidedAtMs)
  if (because === 'no-read') countOne(counts.noReads, decidedAtMs)
  if (because === 'too-late') countOne(counts.tooLate, decidedAtMs)
  if (answered.action === 'recirculate') countOne(counts.recirculated, decidedAtMs)
  if (answered.action === 'reject') countOne(counts.rejected, decidedAtMs)
}

/** Where the box is from now on. */
function follow(state: SorterState, answered: Answered, box: KnownBox | undefined, laps: number): void {
  const { barcode, scanner, scannedAtMs, decidedAtMs } = answered
  if (barcode === null) return
  const before = state.passes.get(barcode)
  leave(state, barcode)
  const firstScanner = before?.firstScanner ?? scanner
  state.passes.set(barcode, { scanner, scannedAtMs, decision: answered, laps, firstScanner })
  const goneAt = decidedAtMs + missingAfterMs(state.sorter)
  if (answered.action === 'recirculate') state.circulating.set(barcode, goneAt)
  const tally = answered.lane === null ? undefined : state.lanes.get(answered.lane)
  if (!tally) return
  tally.coming.set(barcode, goneAt)
  // Seen by the next scanner on its way there, it is one box still.
  const isSentAlready = before?.decision.lane === answered.lane && before.decision.outcome === null
  if (!isSentAlready) countOne(tally.sent, decidedAtMs)
  if (box?.kind === 'tote' && box.orderNumber !== null)
    state.laneOfKey.set(box.orderNumber, { lane: tally.lane.id, atMs: decidedAtMs })
}

/** Takes note of a decision that somebody else made. */
export function takeNote(
  state: SorterState,
  answered: Answered,
  box: KnownBox | undefined,
  laps: number,
): void {
  remember(state, answered, answered.because !== 'sequence-reused')
  follow(state, answered, box, laps)
}

/** A box is neither on its way to a lane nor around any more. */
export function leave(state: SorterState, barcode: string): void {
  state.circulating.delete(barcode)
  const lane = state.passes.get(barcode)?.decision.lane
  if (lane) state.lanes.get(lane)?.coming.delete(barcode)
}
