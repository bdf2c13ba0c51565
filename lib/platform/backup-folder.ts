import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readPosition, readSegmentName, SEGMENT_BYTES, segmentName, segmentStart } from './rules/wal-segment'

const position = z.string().regex(/^[0-9A-F]+\/[0-9A-F]+$/)

/** What a base backup says of itself; written last, so that a half one is none. */
export const baseSchema = z.object({
  /** Of the format of the folder. */
  version: z.literal(1),
  name: z.string(),
  systemId: z.string(),
  timeline: z.number().int(),
  /** Where Postgres begins to replay, and from where on it is whole again. */
  startPosition: position,
  endPosition: position,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** As packed. */
  bytes: z.number().int(),
  /** SHA-256 of the small files of this folder, in hexadecimal; the manifest among them has those of the database's. */
  files: z.record(z.string(), z.string()),
})
export type Base = z.infer<typeof baseSchema>

/** The parts of a backup folder: whole copies of the database, and the log between and after them. */
export const partsOf = (folder: string) => ({ bases: join(folder, 'base'), wal: join(folder, 'wal') })

/** Makes the parts; readable by their owner only, because they hold all that the database holds. */
export function makeBackupFolder(folder: string): void {
  for (const part of Object.values(partsOf(folder))) mkdirSync(part, { recursive: true, mode: 0o700 })
}

/** The base backups that were finished, oldest first. */
export function readBases(folder: string): Base[] {
  const { bases } = partsOf(folder)
  const names = existsSync(bases) ? readdirSync(bases).sort() : []
  return names
    .map((name) => join(bases, name, 'base.json'))
    .filter((file) => existsSync(file))
    .map((file) => baseSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** The files of the log that are here whole, by their names without the ending that tells of packing. */
export function readWalNames(folder: string): Set<string> {
  const names = readdirSync(partsOf(folder).wal).map((name) => name.replace(/\.gz$/, ''))
  return new Set(names.filter((name) => readSegmentName(name)))
}

/** Whether the log goes on without a gap from a base backup to where a position is. */
export function goesOn(folder: string, base: Base, until: bigint): boolean {
  const have = readWalNames(folder)
  const last = segmentStart(until)
  for (let at = segmentStart(readPosition(base.endPosition)); at < last; ) {
    if (!have.has(segmentName(base.timeline, at))) return false
    at += SEGMENT_BYTES
  }
  return true
}

/** Removes all but the newest base backups, half ones, and the log that none of those kept begins in or after. */
export function forgetOldBackups(folder: string, keep: number): void {
  const { bases, wal } = partsOf(folder)
  const kept = readBases(folder).slice(-keep)
  const names = new Set(kept.map(({ name }) => name))
  for (const name of readdirSync(bases))
    if (!names.has(name)) rmSync(join(bases, name), { recursive: true, force: true })
  const [oldest] = kept
  if (!oldest) return
  const from = segmentStart(readPosition(oldest.startPosition))
  for (const file of readdirSync(wal)) {
    const segment = readSegmentName(file.slice(0, 24))
    if (segment && segment.timeline <= oldest.timeline && segment.start < from) rmSync(join(wal, file))
  }
}
