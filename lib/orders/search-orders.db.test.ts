import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { listOrders } from './queries'

type Person = { name: string; email: string; phone?: string }

async function order(number: string, { name, email, phone }: Person, minutesAgo = 0, siteId = 'S1') {
  await db.order.create({
    data: {
      ...{
        number,
        siteId,
        status: 'placed',
        customerName: name,
        customerEmail: email,
        customerPhone: phone ?? null,
      },
      ...{ shipTo: {}, currency: 'EUR', totalMinor: 100, unitCount: 1, lineCount: 1, paymentMethod: 'card' },
      createdAt: new Date(Date.UTC(2026, 10, 21, 12) - minutesAgo * 60_000),
    },
  })
}

beforeEach(async () => {
  await emptyDatabase()
  for (const id of ['S1', 'S2'])
    await db.site.create({
      data: { id, name: id, timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'en-GB' },
    })
  await order('100001-ABCD', { name: 'Ada Byron', email: 'Ada.B@Example.com', phone: '+49 171 555 0123' }, 3)
  await order('100002-EFGH', { name: 'Zoë O_Neil', email: 'zoe_x@example.com', phone: '(937) 555-9999' }, 2)
  await order('100003-JKMN', { name: 'Ada Lovelace', email: 'zoezx@example.com' }, 1)
  await order('100004-PQRS', { name: 'Ada Byron', email: 'ada@example.com' }, 0, 'S2')
})

const found = async (query: string, more: Partial<Parameters<typeof listOrders>[0]> = {}) => {
  const { items } = await listOrders({ siteIds: ['S1'], query, limit: 50, ...more })
  return items.map(({ orderNumber }) => orderNumber)
}

it.each([
  ['100001-abcd', ['100001-ABCD']],
  ['100002', ['100002-EFGH']],
  ['ada.b@example.com', ['100001-ABCD']],
  ['ada.b@', ['100001-ABCD']],
  ['zoe_', ['100002-EFGH']],
  ['0171 5550123', ['100001-ABCD']],
  ['0123', ['100001-ABCD']],
  ['9375559999', ['100002-EFGH']],
  ['byron ada', ['100001-ABCD']],
  ['ovelac', ['100003-JKMN']],
  ['lo', ['100003-JKMN']],
  ['o_n', ['100002-EFGH']],
  ['100%', []],
  ['ada', ['100003-JKMN', '100001-ABCD']],
])('finds by %s', async (query, numbers) => expect(await found(query)).toEqual(numbers))

it('looks at the sites that are asked for only', async () => {
  expect(await found('byron', { siteIds: 'all' })).toEqual(['100004-PQRS', '100001-ABCD'])
  expect(await found('byron', { siteIds: [] })).toEqual([])
})

it('goes on where the page before ended', async () => {
  const first = await listOrders({ siteIds: ['S1'], query: 'ada', limit: 1 })
  expect(first.items.map(({ orderNumber }) => orderNumber)).toEqual(['100003-JKMN'])
  expect(await found('ada', { limit: 1, cursor: first.nextCursor ?? '' })).toEqual(['100001-ABCD'])
})

it('narrows what it finds', async () => {
  await db.orderStep.create({
    data: { orderNumber: '100001-ABCD', kind: 'confirmation-email', siteId: 'S1', dueAt: new Date(0) },
  })
  expect(await found('ada', { step: 'confirmation-email', standing: 'late' })).toEqual(['100001-ABCD'])
  expect(await found('ada', { step: 'confirmation-email', standing: 'done' })).toEqual([])
  expect(await found('ada', { status: 'shipped' })).toEqual([])
  expect(await found('ada', { since: new Date('2026-11-21T11:58:30Z') })).toEqual(['100003-JKMN'])
})
