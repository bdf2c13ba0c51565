import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openBooks } from './payment-books'

const folder = mkdtempSync(join(tmpdir(), 'stowline-payment-books-'))
afterAll(() => rmSync(folder, { recursive: true }))

const about = { currency: 'EUR', at: '2026-11-22T08:00:00.000Z', request: 'a hash' }

it('books opened again say what they said: charges, captures, refunds, voids', () => {
  const file = join(folder, 'books.jsonl')
  const books = openBooks(file)
  for (const order of ['shipped', 'cancelled'])
    books.write({
      ...about,
      key: order,
      id: `auth_${order}`,
      amount: 900,
      reference: order,
      status: 'authorized',
    })
  const move = { ...about, authorization: 'auth_shipped', reference: 'shipped', status: 'succeeded' } as const
  books.writeMove({ ...move, key: 'c', id: 'cap_1', move: 'capture', amount: 700 })
  books.writeMove({ ...move, key: 'r', id: 'ref_1', move: 'refund', amount: 200 })
  books.write({
    ...about,
    key: 'cancelled',
    id: 'auth_cancelled',
    amount: 900,
    reference: 'cancelled',
    status: 'cancelled',
  })
  books.close()

  const again = openBooks(file)
  expect(again.movements).toEqual(books.movements)
  expect(again.movements.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['authorise', 900],
    ['authorise', 900],
    ['capture', 700],
    ['refund', 200],
    ['void', 900],
  ])
  expect(again.totalsOf('auth_shipped')).toEqual({ captured: 700, refunded: 200 })
  expect(again.all()).toEqual(books.all())
  again.close()
})
