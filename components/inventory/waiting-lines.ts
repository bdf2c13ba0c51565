import { z } from 'zod'
import { countLinesRequestSchema } from '@/lib/inventory/schema'

const KEY = 'stowline:count-lines'

const waitingLineSchema = z.object({
  countId: z.string(),
  /** What the item is called, for the eyes only. */
  name: z.string(),
  /** Why the server would not take it, in words; null while it simply waits. */
  problem: z.string().nullable(),
  line: countLinesRequestSchema.element,
})
export type WaitingLine = z.infer<typeof waitingLineSchema>

/**
 * The counted lines that the server does not have yet, kept on the phone so that neither a dead network nor a closed
 * page loses one. A line leaves only when the server has it, or when a person throws it away.
 */
export class WaitingLines {
  private lines: readonly WaitingLine[] | undefined
  private readonly watchers = new Set<() => void>()

  constructor(private readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>) {}

  readonly list = (): readonly WaitingLine[] => {
    this.lines ??= this.read()
    return this.lines
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  add(line: WaitingLine): void {
    this.write([...this.list(), line])
  }

  drop(operationIds: ReadonlySet<string>): void {
    this.write(this.list().filter(({ line }) => !operationIds.has(line.operationId)))
  }

  refuse(operationIds: ReadonlySet<string>, problem: string): void {
    this.write(
      this.list().map((waiting) =>
        operationIds.has(waiting.line.operationId) ? { ...waiting, problem } : waiting,
      ),
    )
  }

  private read(): WaitingLine[] {
    // What another version of this page kept in another shape is no line of ours.
    const kept = z.array(waitingLineSchema).safeParse(jsonOf(this.storage().getItem(KEY)))
    return kept.success ? kept.data : []
  }

  private write(lines: readonly WaitingLine[]): void {
    this.lines = lines
    this.storage().setItem(KEY, JSON.stringify(lines))
    for (const watcher of this.watchers) watcher()
  }
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]')
  } catch {
    return []
  }
}
