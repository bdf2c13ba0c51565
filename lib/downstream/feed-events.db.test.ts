import { beforeEach, describe, expect, it } from 'vitest'
import { archiveLedger } from '@/lib/inventory/archive-ledger'
import { pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { tellOrder, tellStock } from '@/lib/testing/say-events'
import { feedEvents, findFeedEnd, findFeedStart } from './feed-events'
import { BEGINNING, cursorOf, type FeedPosition, positionOf } from './rules/feed-position'

const all = { siteIds: 'all' } as const
const idsAfter = async (after: FeedPosition, limit = 1_000, filter: Parameters<typeof feedEvents>[2] = all) =>
  (await feedEvents(after, limit, filter)).items.map(({ id }) => id)

beforeEach(emptyDatabase)

describe('the feed', () => {
  it('tells outbox and ledger in one order, each by its sequence', async () => {
    await tellStock(['a', 'b'])
    await tellOrder('1')
    await tellStock(['c'])
    const { items, atEnd } = await feedEvents(BEGINNING, 100, all)
    expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'order.placed:1', 'c'])
    const sequences = items.map(({ sequence }) => sequence)
    expect(sequences).toEqual([...sequences].sort())
    expect(atEnd).toBe(true)
    expect(items[0]).toMatchObject({ source: '/till/1', type: 'stowline.inventory.sold.v1', site: 'TEST-1' })
  })

  it('tells no name and no token, and nothing that stays in the house', async () => {
    await tellOrder('1')
    await pool.query(
      `INSERT INTO outbox_event (event_id, name, subject, data, occurred_at)
       VALUES ('x', 'orders/step.owed-again', '1', '{"to": "ada@example.com"}', now())`,
    )
    const { items } = await feedEvents(BEGINNING, 100, all)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      type: 'stowline.orders.placed.v1',
      source: '/stowline/orders',
      data: { orderNumber: '1', site: 'TEST-1' },
    })
    expect(JSON.stringify(items)).not.toMatch(/Ada|tok_ok/)
  })

  it('goes on from a cursor without a gap or a repetition, whatever the size of a page', async () => {
    const ids = Array.from({ length: 25 }, (_, n) => `s${n}`)
    for (const id of ids) await tellStock([id])
    for (const limit of [1, 3, 7, 25]) {
      const read: string[] = []
      let cursor = cursorOf(BEGINNING)
      for (;;) {
        const after = positionOf(cursor)
        if (!after) throw new Error(`no cursor: ${cursor}`)
        const page = await feedEvents(after, limit, all)
        if (page.items.length === 0) break
        read.push(...page.items.map(({ id }) => id))
        cursor = cursorOf(page.next)
      }
      expect(read).toEqual(ids)
    }
  })

  it('waits for an older transaction, so that a reader who went on misses nothing of it', async () => {
    const slow = await pool.connect()
    await slow.query('BEGIN')
    await tellStock(['slow'], 'TEST-1', slow)
    await tellStock(['quick'])
    const early = await feedEvents(BEGINNING, 100, all)
    expect(early.items).toEqual([])
    await slow.query('COMMIT')
    slow.release()
    expect(await idsAfter(early.next)).toEqual(['slow', 'quick'])
  })

  it('narrows by site and by type, exactly or by its beginning', async () => {
    await tellStock(['here'])
    await tellStock(['there'], 'TEST-2')
    await tellOrder('1')
    await tellOrder('2', 'TEST-2')
    expect(await idsAfter(BEGINNING, 10, { siteIds: ['TEST-2'] })).toEqual(['there', 'order.placed:2'])
    expect(await idsAfter(BEGINNING, 10, { siteIds: 'all', types: ['stowline.orders.*'] })).toHaveLength(2)
    expect(
      await idsAfter(BEGINNING, 10, { siteIds: ['TEST-1'], types: ['stowline.inventory.sold.v1'] }),
    ).toEqual(['here'])
  })

  it('finds an event behind many that do not fit', async () => {
    await tellStock(Array.from({ length: 3_000 }, (_, n) => `s${n}`))
    await tellOrder('1')
    const filter = { siteIds: 'all', types: ['stowline.orders.placed.v1'] } as const
    expect(await idsAfter(BEGINNING, 10, filter)).toEqual(['order.placed:1'])
  })

  it('begins now, or at an instant', async () => {
    await tellStock(['before'])
    const end = await findFeedEnd()
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now')
    const at = rows[0]?.now ?? new Date()
    await tellStock(['after'])
    expect(await idsAfter(end)).toEqual(['after'])
    expect(await idsAfter(await findFeedStart(at), 10, { siteIds: 'all', from: at })).toEqual(['after'])
  })
})

describe('the feed of long ago', () => {
  it('goes on from the archive into the ledger without a gap or a repetition', async () => {
    const months = ['2025-01-31T23:59:59Z', '2025-02-01T00:00:01Z', '2025-04-10T00:00:00Z']
    for (const [n, month] of months.entries())
      for (const one of [0, 1, 2]) await tellStock([`m${n}-${one}`], 'TEST-1', pool, new Date(month))
    await archiveLedger(['TEST-1'], new Date('2026-01-01T00:00:00Z'))
    await tellOrder('1')
    await tellStock(['new'])
    const expected = [
      ...months.flatMap((_, n) => [0, 1, 2].map((one) => `m${n}-${one}`)),
      'order.placed:1',
      'new',
    ]
    for (const limit of [1, 2, 100]) {
      const told: string[] = []
      for (let at = BEGINNING, atEnd = false; !atEnd; ) {
        const page = await feedEvents(at, limit, all)
        told.push(...page.items.map(({ id }) => id))
        at = page.next
        atEnd = page.atEnd
      }
      expect(told).toEqual(expected)
    }
    const start = await findFeedStart(new Date('2025-02-15T00:00:00Z'))
    const late = await idsAfter(start, 100, { ...all, from: new Date('2025-02-15T00:00:00Z') })
    expect(late.filter((id) => id.startsWith('m2'))).toHaveLength(3)
  })
})
