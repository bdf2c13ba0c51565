/** Kinds of what can be gone to, in the order of their groups where nothing else decides. */
export const KINDS = ['box', 'screen', 'bin', 'item', 'order', 'view', 'action', 'queue'] as const
export type EntryKind = (typeof KINDS)[number]

/** One thing to go to. */
export type Entry = {
  /** Unique among all that is shown. */
  id: string
  kind: EntryKind
  title: string
  /** What tells it from its neighbours. */
  detail?: string
  /** Other words that people may look for it by. */
  also?: readonly string[]
  href: string
}

export type EntryGroup = { id: string; heading: string; entries: readonly Entry[] }
