import { randomUUID } from 'node:crypto'
import type { LiveChange, LiveTold, LiveTouch } from './live-change'

/**
 * What the server bundle and Next's bundles share. They are separate bundles in one process, so a module-level
 * variable would exist twice; everything shared hangs here and nowhere else.
 */
export type Slot = {
  /** This process among all of the house, on whatever machine. */
  self: string
  /** When this process began the night shift beside it, by `performance.now()`; absent before. */
  nightShiftBegunAtMs?: number
  /** Sends a change to the browsers connected to this process; absent outside the web process. */
  emitLive?: (change: LiveChange) => void
  /** Gathers rows of a high-rate stream for those browsers; absent outside the web process. */
  touchLive?: (touch: LiveTouch) => void
  /** Carries what is announced here to the other web processes, false when it cannot; absent where Postgres does. */
  carryLive?: (told: LiveTold) => boolean
  /** The process is about to end: whoever asks is told to come back elsewhere. */
  isLeaving?: boolean
  /** Answers a question of lib/picking in another thread, null when too many wait; absent where it is thought in line. */
  think?: (kind: string, question: unknown) => Promise<unknown> | null
  /** Demo switches of the outside world; absent outside the demo. */
  setFault?: (fault: Fault) => Promise<void>
  /** Whether sockets and the night shift are up, for the readiness probe. */
  readiness?: () => Promise<{ part: string; ok: boolean; detail?: string }[]>
  database?: unknown
  /** The conveyor's state in memory; absent outside the web process. */
  belt?: unknown
  /** Spans of this process are sent somewhere. */
  isTracing?: boolean
  metrics?: unknown
  /** What clients have spent of their limits: `limitRate` keeps it. */
  budgets?: Map<string, number>
  /** What the parts that this process started told of their own metrics, by part. */
  partMetrics?: Map<string, { metrics: unknown; atMs: number }>
  /** The request under way, for its line in the log. */
  visits?: unknown
}

export type Fault =
  | { part: 'email'; state: 'ok' | 'down' | 'slow' }
  | { part: 'payment'; state: 'ok' | 'down' | 'slow' }
  | { part: 'engine'; state: 'running' | 'stopped' }
  | { part: 'database'; state: 'ok' | 'down' }

const key = Symbol.for('stowline.slot')
const holder = globalThis as { [key]?: Slot }

holder[key] ??= { self: randomUUID() }
export const slot: Slot = holder[key]
