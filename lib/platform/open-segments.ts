import { existsSync } from 'node:fs'
import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { SEGMENT_BYTES, segmentName } from './rules/wal-segment'

const pack = promisify(gzip)
const PARTIAL = '.partial'

type Piece = { position: bigint; bytes: Buffer }

/**
 * The files of a log on disk. What comes while a flush is under way goes with the next one, so one flush serves many
 * commits. A file is `.partial` until it is whole, and packed soon after.
 */
export function openSegments(folder: string, timeline: number, from: bigint) {
  let flushed = from
  let file: { handle: FileHandle; start: bigint } | undefined
  let waiting: Piece[] = []
  let flushing: Promise<void> | undefined
  let packing = Promise.resolve()

  async function fileAt(position: bigint): Promise<{ handle: FileHandle; start: bigint }> {
    const start = position - (position % SEGMENT_BYTES)
    if (file?.start === start) return file
    if (file) await finish(file)
    const path = join(folder, `${segmentName(timeline, start)}${PARTIAL}`)
    // Zeroed at full length once, so that a flush writes data and nothing of the file system's.
    if (!existsSync(path)) await writeDurably(path, Buffer.alloc(Number(SEGMENT_BYTES)))
    file = { handle: await open(path, 'r+'), start }
    return file
  }

  async function finish({ handle, start }: { handle: FileHandle; start: bigint }): Promise<void> {
    await handle.datasync()
    await handle.close()
    const path = join(folder, segmentName(timeline, start))
    await rename(path + PARTIAL, path)
    // Nobody waits for this one: unpacked it is as good.
    packing = packing.then(() => packFile(path)).catch(() => {})
  }

  async function flush(tell: () => void): Promise<void> {
    while (waiting.length > 0) {
      const pieces = waiting
      waiting = []
      let reached = flushed
      for (const { position, bytes } of pieces) reached = await put(position, bytes)
      await file?.handle.datasync()
      flushed = reached
      tell()
    }
  }

  async function put(position: bigint, bytes: Buffer): Promise<bigint> {
    const { handle, start } = await fileAt(position)
    const here = bytes.subarray(0, Number(start + SEGMENT_BYTES - position))
    await handle.write(here, 0, here.length, Number(position - start))
    const next = position + BigInt(here.length)
    return here.length < bytes.length ? put(next, bytes.subarray(here.length)) : next
  }

  return {
    /** Up to here everything is on disk. */
    position: () => flushed,
    /** Takes a piece; answers when it and what came before are on disk, after `tell`. */
    write(position: bigint, bytes: Buffer, tell: () => void): Promise<void> {
      waiting.push({ position, bytes })
      flushing ??= flush(tell).finally(() => (flushing = undefined))
      return flushing
    },
    /** Goes on elsewhere: what is between is not to be had any more. */
    leap(to: bigint): void {
      flushed = to
    },
    async close(): Promise<void> {
      await flushing?.catch(() => {})
      await file?.handle.close()
      await packing
    },
  }
}

async function packFile(path: string): Promise<void> {
  await writeDurably(`${path}.half`, await pack(await readFile(path), { level: 1 }))
  await rename(`${path}.half`, `${path}.gz`)
  await rm(path)
}

/** On disk when it answers. */
export async function writeDurably(path: string, bytes: Buffer | string): Promise<void> {
  await writeFile(path, bytes, { mode: 0o600, flush: true })
}
