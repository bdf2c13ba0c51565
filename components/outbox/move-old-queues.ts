import { z } from 'zod'
import { countLinesRequestSchema } from '@/lib/inventory/schema'
import { stowConfirmationSchema, stowSchema } from '@/lib/inventory/stow-schema'
import type { Act, StowDraft } from './act'
import { OLD_QUEUES } from './keep-in-browser'
import { type OutboxRecord, withAct, withNotice } from './outbox-record'
import type { OutboxStore } from './outbox-store'

const linesSchema = z.array(
  z.object({
    countId: z.string(),
    name: z.string(),
    problem: z.string().nullable(),
    line: countLinesRequestSchema.element,
  }),
)
const draftSchema = z.object({
  site: z.string(),
  item: z.object({ sku: z.string(), name: z.string() }).nullable(),
  quantity: z.number().int().nullable(),
  lot: z.string(),
  expiresOn: z.string(),
  operationId: z.string(),
  stow: stowSchema.nullable(),
  waiting: stowConfirmationSchema.nullable(),
  last: z.object({ bin: z.string(), text: z.string(), isPlanned: z.boolean() }).nullable(),
})
type OldLine = z.infer<typeof linesSchema>[number]

type Drawer = Pick<Storage, 'getItem' | 'removeItem'>

/** Into the outbox once; what is moved twice, because the page died in between, keeps its operation's id and is one act. */
export async function moveOldQueues(store: OutboxStore, drawer: Drawer): Promise<void> {
  const lines = linesSchema.safeParse(jsonOf(drawer.getItem(OLD_QUEUES.lines)))
  const draft = draftSchema.safeParse(jsonOf(drawer.getItem(OLD_QUEUES.stow)))
  await store.change((record) => {
    const counted = lines.success ? lines.data.reduce(withOldLine, record) : record
    return draft.success ? withOldStow(counted, draft.data) : counted
  })
  for (const key of Object.values(OLD_QUEUES)) drawer.removeItem(key)
}

function withOldLine(record: OutboxRecord, { countId, name, line, problem }: OldLine): OutboxRecord {
  const { operationId, at } = line
  if (problem === null) return withAct(record, { kind: 'count-line', operationId, at, countId, name, line })
  const title = `Not taken: ${line.quantity} × ${name}, ${line.bin}`
  return withNotice(record, { id: operationId, title, text: problem })
}

function withOldStow(record: OutboxRecord, { waiting, ...draft }: z.infer<typeof draftSchema>): OutboxRecord {
  const stow: StowDraft = record.stow ?? draft
  if (!draft.stow || !waiting) return { ...record, stow }
  const { operationId, at } = waiting
  const { stowId, name } = draft.stow
  const act: Act = { kind: 'stow', operationId, at, stowId, name, said: waiting }
  return withAct({ ...record, stow }, act)
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
