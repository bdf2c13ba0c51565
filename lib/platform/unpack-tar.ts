import { chownSync, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import type { Account } from './postgres-account'

const BLOCK = 512

/**
 * Unpacks a tar as Postgres writes it (POSIX ustar: plain files and folders, names that fit the header) below a folder.
 * @param each is told of every file's bytes as they pass
 * @throws Error at an entry of another kind, or one that leads out of the folder
 */
export async function unpackTar(
  source: AsyncIterable<Buffer>,
  folder: string,
  account: Account | undefined,
  each: (path: string, bytes: Buffer | 'end') => void,
): Promise<void> {
  const read = reader(source)
  for (;;) {
    const header = await read(BLOCK)
    if (header.length < BLOCK || header[0] === 0) return
    const { path, size, kind } = entryOf(header)
    const target = placeOf(folder, path)
    if (kind === '5') {
      makeFolders(target, folder, account)
      continue
    }
    if (kind !== '0') throw new Error(`the backup has an entry of an unknown kind: ${path}`)
    makeFolders(dirname(target), folder, account)
    const file = await open(target, 'w', 0o600)
    for (let left = size; left > 0; ) {
      const bytes = await read(Math.min(left, 1_048_576))
      if (bytes.length === 0) throw new Error(`the backup ends within ${path}`)
      await file.write(bytes)
      each(path, bytes)
      left -= bytes.length
    }
    each(path, 'end')
    if (account) await file.chown(account.uid, account.gid)
    await file.sync()
    await file.close()
    await read((BLOCK - (size % BLOCK)) % BLOCK)
  }
}

function entryOf(header: Buffer): { path: string; size: number; kind: string } {
  const text = (from: number, to: number): string => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  const prefix = text(345, 500)
  const kind = text(156, 157) || '0'
  return { path: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size: sizeOf(header), kind }
}

// Octal digits; binary for a file over 8 GiB, as the first bit tells.
function sizeOf(header: Buffer): number {
  if (((header[124] ?? 0) & 0x80) !== 0) return Number(header.readBigUInt64BE(128))
  return Number.parseInt(header.toString('latin1', 124, 135), 8)
}

function placeOf(folder: string, path: string): string {
  const target = normalize(join(folder, path))
  if (target !== normalize(folder) && !target.startsWith(normalize(folder) + sep) && path !== './')
    throw new Error(`the backup has an entry that leads out of its folder: ${path}`)
  return target
}

function makeFolders(path: string, top: string, account: Account | undefined): void {
  const made = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (!made || !account) return
  for (let at = path; at.length >= made.length && at.length > top.length; at = dirname(at))
    chownSync(at, account.uid, account.gid)
}

/** Reads so many bytes of a stream at a time; fewer only at its end. */
function reader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]()
  let kept: Buffer = Buffer.alloc(0)
  return async (wanted: number): Promise<Buffer> => {
    const parts = [kept]
    let have = kept.length
    while (have < wanted) {
      const next = await chunks.next()
      if (next.done) break
      parts.push(next.value)
      have += next.value.length
    }
    const all = parts.length === 1 ? kept : Buffer.concat(parts)
    kept = all.subarray(wanted)
    return all.subarray(0, wanted)
  }
}
