import { randomUUID } from 'node:crypto'
import { closeSync, fdatasync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { logger } from '@/lib/platform/logger'
import { slot } from '@/lib/platform/slot'
import type { BeltFact } from './facts-schema'

const FILE_BYTES = 8 * 1_048_576
/** An emptied file is used again from its start when it is longer than this. */
const CUT_BYTES = 262_144
/** Of a long outage, memory holds so many facts; the others are in the files only, and read again. */
const MOST_IN_MEMORY = 200_000

/** One file of a spool; `facts` are those that wait, null when memory holds them no more. */
export type Chapter = {
  path: string
  fd: number
  bytes: number
  isSealed: boolean
  /** Every line could be written. */
  isWhole: boolean
  facts: BeltFact[] | null
}

export type SpoolStanding = {
  /** In memory; what only the files hold counts by its bytes. */
  unrecorded: number
  oldestUnrecordedAtMs: number | null
  spoolBytes: number
  /** Why the last line could not be written; null while lines can. */
  spoolError: string | null
}

/**
 * The append-only spool of this process: what is in it survives the process, in files that are read and cleared in order.
 * A fact that the disk does not take is kept in memory all the same.
 * @param folder of all spools of this machine; ours is a folder within, named by our process
 */
export function openSpool(folder: string) {
  const home = join(folder, `${process.pid}-${slot.self}-${randomUUID()}`)
  mkdirSync(home, { recursive: true })
  let files = 1
  let current = openChapter(home, files)
  const chapters = [current]
  let inMemory = 0
  let spoolError: string | null = null
  let isSyncing = false
  const onSynced = () => {
    isSyncing = false
  }

  /** The file before is read again later if memory has enough; the first one is being recorded. */
  function turnOver(): void {
    current.isSealed = true
    if (inMemory > MOST_IN_MEMORY && chapters.length > 1 && current.isWhole) {
      inMemory -= current.facts?.length ?? 0
      current.facts = null
    }
    current = openChapter(home, ++files)
    chapters.push(current)
  }

  return {
    /** The file whose facts are the oldest. */
    first: () => chapters[0] ?? current,

    append(fact: BeltFact): void {
      current.facts?.push(fact)
      inMemory++
      const error = writeLine(current, fact)
      if (error !== spoolError) logger.error({ error }, 'the spool of the belt')
      spoolError = error
      if (current.bytes > FILE_BYTES) turnOver()
    },

    /** Its first facts, or all of a file that memory does not hold, are in the database. */
    settle(chapter: Chapter, count: number): void {
      chapter.facts?.splice(0, count)
      inMemory -= count
      if (chapter.facts !== null && chapter.facts.length > 0) return
      if (chapter.isSealed) {
        closeSync(chapter.fd)
        rmSync(chapter.path, { force: true })
        chapters.shift()
      } else if (chapter.bytes > CUT_BYTES) {
        ftruncateSync(chapter.fd, 0)
        chapter.bytes = 0
      }
    },

    /** Puts what was appended on the disk, one sync at a time: those that come meanwhile share the next. */
    sync(): void {
      if (!isSyncing) fdatasync(current.fd, onSynced)
      isSyncing = true
    },

    standing: (): SpoolStanding => {
      const oldest = chapters[0]?.facts?.[0]
      return {
        unrecorded: inMemory,
        oldestUnrecordedAtMs: oldest ? timeOf(oldest) : null,
        spoolBytes: chapters.reduce((sum, { bytes }) => sum + bytes, 0),
        spoolError,
      }
    },

    close(): void {
      for (const { fd } of chapters) closeSync(fd)
      if (inMemory === 0) rmSync(home, { recursive: true, force: true })
    },
  }
}

function openChapter(home: string, number: number): Chapter {
  const path = join(home, `${String(number).padStart(6, '0')}.jsonl`)
  return { path, fd: openSync(path, 'a'), bytes: 0, isSealed: false, isWhole: true, facts: [] }
}

/** @returns why it could not be written */
function writeLine(chapter: Chapter, fact: BeltFact): string | null {
  try {
    chapter.bytes += writeSync(chapter.fd, `${JSON.stringify(fact)}\n`)
    return null
  } catch (error) {
    chapter.isWhole = false
    return error instanceof Error ? error.message : String(error)
  }
}

const timeOf = (fact: BeltFact): number => (fact.fact === 'decided' ? fact.decidedAtMs : fact.atMs)
