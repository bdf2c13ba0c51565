import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { partsOf, readWalNames } from './backup-folder'
import { openReplication, type Replication } from './open-replication'
import { openSegments } from './open-segments'
import {
  RECEIVER,
  readPosition,
  readSegmentName,
  SEGMENT_BYTES,
  segmentStart,
  writePosition,
} from './rules/wal-segment'

/** Microseconds from 1970 to 2000, Postgres's own beginning of time. */
const EPOCH_US = 946_684_800_000_000n
const STATUS_MS = 10_000
/** The server has removed what was asked for: nobody was here for too long. */
const REMOVED = '58P01'

/** What is on disk here. */
export type Received = { timeline: number; position: () => bigint }

/**
 * Receives the log of a Postgres as it is written and puts it on disk in a backup folder, saying how far: a commit that
 * waits for us is acknowledged only when it is here. Goes on where it ended, from the beginning of that file.
 * @returns once the stream is asked for; `ended` rejects when it breaks off
 * @throws Error with one line when the folder has the backups of another database
 */
export async function receiveWal(
  url: string,
  folder: string,
): Promise<Received & { ended: Promise<never>; close: () => Promise<void> }> {
  const replication = await openReplication(url, RECEIVER)
  const [system] = await replication.ask('IDENTIFY_SYSTEM')
  if (!system) throw new Error('Postgres does not say who it is')
  const { systemid: systemId = '', xlogpos = '' } = system
  const timeline = Number(system.timeline)
  claimFolder(folder, systemId)
  await keepHistory(replication, folder, timeline)
  const now = segmentStart(readPosition(xlogpos))
  const from = nextHere(folder, timeline) ?? now
  const segments = openSegments(partsOf(folder).wal, timeline, from)
  const tell = (): void => replication.say(statusOf(segments.position()))
  const timer = setInterval(tell, STATUS_MS)

  const stream = (start: bigint): Promise<void> =>
    replication.stream(
      `START_REPLICATION PHYSICAL ${writePosition(start)} TIMELINE ${timeline}`,
      (message) => {
        if (message[0] === 0x77 /* w */)
          return segments.write(message.readBigUInt64BE(1), message.subarray(25), tell)
        if (message[0] === 0x6b /* k */ && message[17] === 1) tell()
        return undefined
      },
      // Somebody may wait for what we have had since before.
      tell,
    )
  const ended = stream(from)
    .catch((error: { code?: string }) => {
      if (error.code !== REMOVED || from === now) throw error
      segments.leap(now)
      return stream(now)
    })
    .finally(() => clearInterval(timer))
    .then(() => {
      throw new Error('Postgres has ended the stream of its log')
    })
  ended.catch(() => {})
  return {
    timeline,
    position: segments.position,
    ended,
    async close() {
      clearInterval(timer)
      await replication.close()
      await segments.close()
    },
  }
}

/** Two databases in one folder would be neither's backup. */
function claimFolder(folder: string, systemId: string): void {
  const file = join(folder, 'system')
  if (!existsSync(file)) writeFileSync(file, systemId, { mode: 0o600 })
  if (readFileSync(file, 'utf8') !== systemId)
    throw new Error(`${folder} has the backups of another database: name another folder`)
}

/** Where the log goes on that is here already; undefined where there is none of this timeline. */
function nextHere(folder: string, timeline: number): bigint | undefined {
  const starts = [...readWalNames(folder)]
    .map((name) => readSegmentName(name))
    .flatMap((segment) => (segment?.timeline === timeline ? [segment.start] : []))
  return starts.length === 0 ? undefined : starts.reduce((a, b) => (a > b ? a : b)) + SEGMENT_BYTES
}

// A database that was brought back writes a timeline of its own; this file says where it parted from the one before.
async function keepHistory(replication: Replication, folder: string, timeline: number): Promise<void> {
  if (timeline === 1) return
  const [history] = await replication.ask(`TIMELINE_HISTORY ${timeline}`)
  const file = join(partsOf(folder).wal, history?.filename ?? '')
  const content = Buffer.from(history?.content ?? '')
  if (!existsSync(file) || !(await readFile(file)).equals(content))
    await writeFile(file, content, { mode: 0o600 })
}

/** Standby status update: written, flushed and applied are one to us. */
function statusOf(position: bigint): Buffer {
  const message = Buffer.alloc(34)
  message.write('r')
  for (const at of [1, 9, 17]) message.writeBigUInt64BE(position, at)
  message.writeBigUInt64BE(BigInt(Date.now()) * 1_000n - EPOCH_US, 25)
  return message
}
