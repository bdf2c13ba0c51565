import type { BeltMessage, Conveyor, LaneState } from '@/lib/conveyor/schema'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { afterConfirmation, type BeltDecision, boxOf, type MovingBox, placeOf } from './moving-boxes'

export type LaneStanding = { id: string; state: LaneState; coming: number }

/** What the belts last said of themselves. */
export type BeltNow = {
  lanes: ReadonlyMap<string, LaneStanding>
  sorters: ReadonlyMap<string, BeltMessage['sorters'][number]>
  unrecorded: number
  /** Since when more waits for the database than came lately, by the server's clock; null while it keeps up. */
  unrecordedSinceMs: number | null
}

/** Drawn so much later than it happens, each box enters at its scanner and none leaps. */
const DELAY_MS = 250
const MOST_LATEST = 12
const GAP_MS = 200
/** Of what came within this time some is always on its way to the database; what is more than that is stuck. */
const COMMIT_MS = 2_000
/** Two looks at an unreadable box are the same box when they fit this well. */
const SAME_METRES = 1.2

/** The boxes on the belts of a site, by what is told of them. */
export class BeltStore {
  private readonly sorters: ReadonlyMap<string, Sorter>
  private readonly boxes = new Map<string, Map<string, MovingBox>>()
  private readonly watchers = new Set<() => void>()
  private readonly painters = new Set<() => void>()
  private telling: ReturnType<typeof setTimeout> | undefined
  private readonly scanned = new Map<string, number>()
  private facts: { atMs: number; count: number }[] = []
  private offsetMs = Number.NEGATIVE_INFINITY
  private now: BeltNow = { lanes: new Map(), sorters: new Map(), unrecorded: 0, unrecordedSinceMs: null }
  /** Newest first. */
  latest: readonly BeltDecision[] = []

  constructor(sorters: readonly Sorter[]) {
    this.sorters = new Map(sorters.map((sorter) => [sorter.id, sorter]))
    for (const { id } of sorters) this.boxes.set(id, new Map())
  }

  /** Calls when `snapshot` is another, a few times a second at most: figures that change faster cannot be read. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** Calls at once when there is something to draw. */
  readonly paint = (painter: () => void): (() => void) => {
    this.painters.add(painter)
    return () => this.painters.delete(painter)
  }

  readonly snapshot = (): BeltNow => this.now

  /** The moment that is drawn, by the server's clock. */
  drawnMs(clientMs: number): number {
    return clientMs + (this.offsetMs === Number.NEGATIVE_INFINITY ? 0 : this.offsetMs) - DELAY_MS
  }

  boxesOn(sorter: string): ReadonlyMap<string, MovingBox> {
    return this.boxes.get(sorter) ?? new Map()
  }

  /** When a scanner last saw a box, by the server's clock. */
  scannedMs(scanner: string): number {
    return this.scanned.get(scanner) ?? 0
  }

  /** How all stands, as it was asked for. */
  load({ lanes, sorters, unrecorded }: Conveyor): void {
    this.now = {
      lanes: this.lanesAfter(lanes),
      sorters: new Map(
        sorters.map(({ id, circulating, rates, decisionMicros }) => [
          id,
          { id, circulating, rates, p99Micros: decisionMicros?.p99 ?? null },
        ]),
      ),
      unrecorded,
      unrecordedSinceMs: unrecorded > 0 ? this.now.unrecordedSinceMs : null,
    }
    this.tell()
  }

  hear(message: BeltMessage, clientMs: number): void {
    const atMs = Date.parse(message.at)
    // The quickest message tells best how the clocks differ; a clock that is set right is followed within seconds.
    this.offsetMs = Math.max(this.offsetMs - 1, atMs - clientMs)
    for (const decision of message.decisions) this.take(decision)
    for (const told of message.confirmations) this.confirm(told)
    if (message.decisions.length > 0)
      this.latest = [...message.decisions.toReversed(), ...this.latest].slice(0, MOST_LATEST)
    this.forget(this.drawnMs(clientMs))
    this.now = {
      lanes: this.lanesAfter(message.lanes),
      sorters: new Map([...this.now.sorters, ...message.sorters.map((one) => [one.id, one] as const)]),
      unrecorded: message.unrecorded,
      unrecordedSinceMs: this.isStuck(message, atMs) ? (this.now.unrecordedSinceMs ?? atMs) : null,
    }
    this.tell()
  }

  /** What was decided before anybody listened, oldest first. */
  seed(decisions: readonly BeltDecision[]): void {
    for (const decision of decisions) {
      const known = this.boxes.get(decision.sorter)?.get(keyOf(decision))
      if (!known || known.scannedMs < Date.parse(decision.at)) this.take(decision)
    }
    if (this.latest.length === 0) this.latest = decisions.toReversed().slice(0, MOST_LATEST)
    this.tell()
  }

  private isStuck({ decisions, confirmations, unrecorded }: BeltMessage, atMs: number): boolean {
    this.facts.push({ atMs, count: decisions.length + confirmations.length })
    this.facts = this.facts.filter((fact) => atMs - fact.atMs < COMMIT_MS)
    return unrecorded > this.facts.reduce((sum, { count }) => sum + count, 0)
  }

  /** A lane that stands as before is the same thing, so that only cards of others are drawn again. */
  private lanesAfter(lanes: readonly LaneStanding[]): BeltNow['lanes'] {
    const after = new Map(this.now.lanes)
    for (const { id, state, coming } of lanes) {
      const before = after.get(id)
      if (before?.state !== state || before.coming !== coming) after.set(id, { id, state, coming })
    }
    return after
  }

  private tell(): void {
    for (const paint of this.painters) paint()
    this.telling ??= setTimeout(() => {
      this.telling = undefined
      for (const watcher of this.watchers) watcher()
    }, GAP_MS)
  }

  private take(decision: BeltDecision): void {
    const sorter = this.sorters.get(decision.sorter)
    const boxes = this.boxes.get(decision.sorter)
    const box = sorter ? boxOf(decision, sorter) : null
    if (!sorter || !boxes || !box) return
    if (decision.barcode === null) this.dropUnread(sorter, boxes, box)
    boxes.set(keyOf(decision), box)
    this.scanned.set(decision.scanner, Math.max(this.scannedMs(decision.scanner), box.scannedMs))
  }

  /** What an earlier scanner could not read either is the same box again. */
  private dropUnread(sorter: Sorter, boxes: Map<string, MovingBox>, seen: MovingBox): void {
    for (const [key, box] of boxes) {
      if (box.decision.barcode !== null) continue
      const place = placeOf(box, sorter, seen.scannedMs)
      if (
        place.on === 'belt' &&
        Math.abs(place.metres - seen.fromMetres) < SAME_METRES &&
        box.scannedMs < seen.scannedMs - 1_000
      )
        boxes.delete(key)
    }
  }

  private confirm(told: BeltMessage['confirmations'][number]): void {
    for (const [id, boxes] of this.boxes) {
      const sorter = this.sorters.get(id)
      for (const [key, box] of boxes) {
        if (!sorter || box.decision.decisionId !== told.decisionId) continue
        const after = afterConfirmation(box, sorter, told)
        if (after) boxes.set(key, after)
        else boxes.delete(key)
        return
      }
    }
  }

  private forget(nowMs: number): void {
    for (const [id, boxes] of this.boxes) {
      const sorter = this.sorters.get(id)
      if (!sorter) continue
      for (const [key, box] of boxes)
        if (box.scannedMs < nowMs && placeOf(box, sorter, nowMs).on === 'nothing') boxes.delete(key)
    }
  }
}

/** A label is one box, wherever it is seen again; without one every look is another. */
const keyOf = ({ barcode, decisionId }: BeltDecision): string => barcode ?? decisionId
