import { BEAT_MS, beatHeart } from '@/lib/platform/beat-heart'
import { logger } from '@/lib/platform/logger'
import { createAlarm } from './alarm'
import { claimJobs, nextDueAt } from './claim-jobs'
import { releaseLeases, renewLeases } from './hold-leases'
import type { Job } from './job'
import { runJob, type Workshop } from './run-job'
import { scheduleRuns } from './schedule-runs'
import { sweepHeartbeats, sweepRuns } from './sweep-runs'

export type Pace = {
  engineId: string
  concurrency: number
  pollMs: number
  leaseMs: number
  retentionMs: number
  drainMs: number
  drainOnly: boolean
  /** Sets the clock right; called with every renewal. */
  syncClock: () => Promise<void>
}

const EVENTS_AT_ONCE = 500
const SWEEP_EVERY_MS = 600_000

/** Claims and runs jobs, turn by turn, until stopped. */
export class WorkLoop {
  private readonly functionIds: string[]
  private readonly leased = new Map<string, Job>()
  private readonly running = new Set<Promise<void>>()
  private readonly alarm = createAlarm()
  private stopping = false
  private eventsDue = true
  private lookedAtEvents = 0
  /** The last claim found at least as much as there was room for. */
  private saturated = false
  private renewedAt: number
  private sweptAt = 0
  private beatAt = Number.NEGATIVE_INFINITY
  private readonly ended: Promise<void>

  constructor(
    private readonly workshop: Workshop,
    private readonly pace: Pace,
  ) {
    this.functionIds = [...workshop.registry.functions.keys()]
    this.renewedAt = this.time()
    this.ended = this.loop()
  }

  /** Something may have come into the outbox or the queue. */
  wake(): void {
    this.eventsDue = true
    this.alarm.ring()
  }

  /** Claims nothing more, waits for the calls under way, gives back the leases of those that take too long. */
  async stop(): Promise<void> {
    this.stopping = true
    this.alarm.ring()
    await this.ended
    const deadline = performance.now() + this.pace.drainMs
    while (this.running.size > 0 && performance.now() < deadline) {
      await this.beatDueHeart().catch(() => {})
      await this.renewDueLeases().catch(() => {})
      await this.alarm.sleep(
        this.untilNextBeat(Math.min(deadline - performance.now(), this.pace.leaseMs / 3)),
      )
    }
    await releaseLeases([...this.leased.values()], this.pace.engineId).catch((error: unknown) => {
      logger.warn({ error }, 'leases could not be given back and end by themselves')
    })
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const waitMs = await this.turn().catch((error: unknown) => {
        logger.warn({ error }, 'the engine missed a turn')
        return this.pace.pollMs
      })
      await this.alarm.sleep(this.untilNextBeat(waitMs))
    }
  }

  private async turn(): Promise<number> {
    await this.beatDueHeart()
    // Before the claim: after a pause of this process its own leases are the first that look abandoned.
    await this.renewDueLeases()
    await this.scheduleDueEvents()
    await this.sweepDueRuns()
    const { concurrency, leaseMs, pollMs, engineId } = this.pace
    const limit = concurrency - this.running.size
    if (limit <= 0) return Math.min(pollMs, leaseMs / 3)
    const now = this.workshop.now()
    const leaseUntil = new Date(now.getTime() + leaseMs)
    const jobs = await claimJobs({ now, leaseUntil, limit, registry: this.workshop.registry, engineId })
    for (const job of jobs) this.start(job)
    this.saturated = jobs.length === limit
    return this.saturated ? Math.min(pollMs, leaseMs / 3) : this.untilNextDue()
  }

  private start(job: Job): void {
    this.leased.set(job.id, job)
    const work = runJob(job, this.workshop)
      .then((more) => {
        if (more) this.wake()
      })
      .catch((error: unknown) => {
        logger.warn({ error, job: job.id }, 'a job comes back when its lease ends')
      })
      .finally(() => {
        this.forget(job)
        this.running.delete(work)
        // A call of a function with limits leaves a place that another may be waiting for.
        if (this.saturated || this.stopping || this.workshop.registry.flows.has(job.functionId))
          this.alarm.ring()
      })
    this.running.add(work)
  }

  /** A job whose lease was lost may be leased to this engine again by now, with another generation. */
  private forget(job: Job): void {
    if (this.leased.get(job.id) === job) this.leased.delete(job.id)
  }

  private async renewDueLeases(): Promise<void> {
    const { leaseMs, engineId, syncClock } = this.pace
    if (this.time() - this.renewedAt < leaseMs / 3) return
    await syncClock()
    this.renewedAt = this.time()
    const jobs = [...this.leased.values()]
    if (jobs.length === 0) return
    const held = await renewLeases(jobs, new Date(this.renewedAt + leaseMs), engineId)
    for (const job of jobs) if (!held.has(job.id)) this.forget(job)
  }

  private async scheduleDueEvents(): Promise<void> {
    if (!this.eventsDue && performance.now() - this.lookedAtEvents < this.pace.pollMs) return
    this.lookedAtEvents = performance.now()
    this.eventsDue = false
    const { registry, now } = this.workshop
    const taken = await scheduleRuns(registry, now(), EVENTS_AT_ONCE, this.pace.drainOnly)
    if (taken === EVENTS_AT_ONCE) this.wake()
  }

  private async sweepDueRuns(): Promise<void> {
    if (this.time() - this.sweptAt < SWEEP_EVERY_MS) return
    const time = this.time()
    const more = await sweepRuns(new Date(time - this.pace.retentionMs))
    if (more) return
    await sweepHeartbeats()
    this.sweptAt = time
  }

  private get heart(): string {
    return `engine:${this.pace.engineId}`
  }

  /** From the loop that does the work: an engine that hangs falls silent. */
  private async beatDueHeart(): Promise<void> {
    if (this.untilNextBeat(BEAT_MS) > 0) return
    this.beatAt = performance.now()
    await beatHeart(this.heart, null)
  }

  private untilNextBeat(otherwiseMs: number): number {
    // A little early, for a beat has to be due when the sleep ends.
    return Math.min(otherwiseMs, this.beatAt + BEAT_MS * 0.75 - performance.now())
  }

  private async untilNextDue(): Promise<number> {
    const now = this.workshop.now()
    const nextAt = await nextDueAt(now, this.functionIds)
    const dueMs = nextAt === null ? this.pace.pollMs : nextAt.getTime() - now.getTime()
    return Math.min(dueMs, this.pace.pollMs, this.pace.leaseMs / 3)
  }

  private time(): number {
    return this.workshop.now().getTime()
  }
}
