import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { noteWritten } from './events'
import type { OrderNote } from './schema'

type About = { orderNumber: string; site: string; version: number }

/** Writes a note about an order, for whoever opens it next. */
export async function writeNote(about: About, text: string, writtenBy: string): Promise<OrderNote> {
  const { orderNumber, site, version } = about
  const note = await db.orderNote.create({ data: { orderNumber, text, writtenBy } })
  announce({ site, topic: 'orders', event: noteWritten, id: orderNumber, version })
  return { id: note.id, text, writtenBy, writtenAt: note.writtenAt.toISOString() }
}
