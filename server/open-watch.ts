import { BEAT_MS, beatHeart } from '@/lib/platform/beat-heart'
import { isDatabaseAway } from '@/lib/platform/database-away'
import { logger } from '@/lib/platform/logger'
import { repeat } from '@/lib/platform/repeat'
import { takeTurn } from '@/lib/platform/take-turn'
import { closeDeadLetters } from '@/lib/queue-health/close-dead-letters'
import { deliverNotices } from '@/lib/queue-health/deliver-notices'
import { recordOutage } from '@/lib/queue-health/record-outage'
import type { SpoolFacts } from '@/lib/queue-health/rules/belt-facts'
import { sendDueReplays } from '@/lib/queue-health/send-due-replays'
import { type BackupLogMemory, watchBackupLog } from '@/lib/queue-health/watch-backup-log'
import { freshBelts, watchBelts } from '@/lib/queue-health/watch-belts'
import { forgetOldSamples, type Memory, sampleQueues, watchQueues } from '@/lib/queue-health/watch-queues'

/** One of several web processes watches; the number means nothing else. */
const WATCHER_LOCK = 7_031_964
const SAMPLE_MS = 15_000
const FORGET_MS = 3_600_000
const PING_MS = 30_000
const PING_ANSWER_MS = 5_000

type Watch = {
  houseUrl: string
  heartbeatUrl: string | undefined
  /** Whether this process keeps backups, to which the database's log must come. */
  isBackedUp: boolean
  /** How the spool of this process's belt stands; null where it has none. */
  spool: () => SpoolFacts | null
  closers: (() => Promise<unknown>)[]
}

/**
 * Opens the watch over the deferred work, in the web process and so outside the engine. Among several web processes the
 * one that holds the lock watches; should it die, its connection and with it the lock is gone and another one takes over.
 * Who watches the watcher: its heartbeat in the database (screens and GET /api/health/watch tell when it is old), and a
 * URL that it calls as long as it works, so that an outside monitor misses it.
 */
export function openWatch({ houseUrl, heartbeatUrl, isBackedUp, spool, closers }: Watch): void {
  const memory: Memory = new Map()
  const belts = freshBelts()
  const backupLog: BackupLogMemory = { fineAt: null }
  const turn = takeTurn(WATCHER_LOCK)
  let isWatching = false
  let closing = false
  let awaySince: Date | undefined
  const due = { sample: 0, forget: 0, ping: 0 }
  const isDue = (what: keyof typeof due, everyMs: number): boolean => {
    if (performance.now() < due[what]) return false
    due[what] = performance.now() + everyMs
    return true
  }

  async function look(): Promise<void> {
    isWatching = false
    isWatching = await turn.isMine()
    if (!isWatching) return
    if (awaySince) await recordOutage('database', awaySince, new Date())
    awaySince = undefined
    const [now, nowMs] = [new Date(), performance.now()]
    const others = [
      ...(await watchBelts(belts, spool(), now, nowMs)),
      ...(isBackedUp ? await watchBackupLog(backupLog, nowMs) : []),
    ]
    const queues = await watchQueues(memory, now, nowMs, others)
    await sendDueReplays()
    if (isDue('sample', SAMPLE_MS)) {
      await sampleQueues(queues)
      await closeDeadLetters()
    }
    if (isDue('forget', FORGET_MS)) await forgetOldSamples(new Date())
    await beatHeart('watcher', null)
    if (heartbeatUrl && isDue('ping', PING_MS)) void ping(heartbeatUrl)
  }

  async function lookSafely(): Promise<void> {
    await look().catch((error: unknown) => {
      if (isDatabaseAway(error)) awaySince ??= new Date()
      logger.error({ error }, 'the watcher could not look')
    })
  }

  const stopLooking = repeat(lookSafely, BEAT_MS)
  // Apart, because a receiver that hangs must not keep the watcher from looking.
  const stopTelling = repeat(async () => {
    if (!isWatching) return
    await deliverNotices(houseUrl, new Date()).catch((error: unknown) => {
      logger.error({ error }, 'words about alerts could not be sent')
    })
  }, BEAT_MS / 2)

  closers.push(async () => {
    if (closing) return
    closing = true
    await Promise.all([stopLooking(), stopTelling()])
    turn.giveUp()
  })
}

async function ping(url: string): Promise<void> {
  const signal = AbortSignal.timeout(PING_ANSWER_MS)
  await fetch(url, { method: 'POST', signal }).then(
    (answer) => answer.body?.cancel(),
    (error: unknown) => logger.warn({ error }, 'the outside monitor did not hear our heartbeat'),
  )
}
