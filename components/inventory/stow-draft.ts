import { z } from 'zod'
import { stowConfirmationSchema, stowSchema } from '@/lib/inventory/stow-schema'

const KEY = 'stowline:stow'

const draftSchema = z.object({
  site: z.string(),
  item: z.object({ sku: z.string(), name: z.string() }).nullable(),
  quantity: z.number().int().nullable(),
  lot: z.string(),
  expiresOn: z.string(),
  /** Of the question where to: asked again after a lost answer, it is the same stow. */
  operationId: z.string(),
  stow: stowSchema.nullable(),
  /** What was scanned and the server has not said yes to; it is sent until it answers. */
  waiting: stowConfirmationSchema.nullable(),
  /** What became of the last bin, in words. */
  last: z.object({ bin: z.string(), text: z.string(), isPlanned: z.boolean() }).nullable(),
})
export type StowDraft = z.infer<typeof draftSchema>

type Last = StowDraft['last']

export const emptyDraft = (site: string, last: Last = null): StowDraft => ({
  ...{ site, last, item: null, quantity: null, lot: '', expiresOn: '', stow: null, waiting: null },
  operationId: crypto.randomUUID(),
})

/** What is being put away on this phone, kept so that neither a dead network nor a closed page loses it. */
export class KeptStow {
  private draft: StowDraft | null | undefined
  private readonly watchers = new Set<() => void>()

  constructor(private readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  readonly read = (): StowDraft | null => {
    this.draft ??= parsed(this.storage().getItem(KEY))
    return this.draft
  }

  keep(draft: StowDraft): void {
    this.draft = draft
    this.storage().setItem(KEY, JSON.stringify(draft))
    for (const watcher of this.watchers) watcher()
  }
}

// What another version of this page kept in another shape is no draft of ours.
function parsed(text: string | null): StowDraft | null {
  try {
    return draftSchema.parse(JSON.parse(text ?? 'null'))
  } catch {
    return null
  }
}
