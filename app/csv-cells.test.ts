import { expect, it } from 'vitest'
import { z } from 'zod'
import { columnsOf, rowOf } from './csv-cells'

const shape = z.object({
  number: z.string(),
  total: z.object({ amount: z.int(), currency: z.string() }),
  place: z.object({ bin: z.string() }).nullable(),
  tags: z.array(z.string()),
  steps: z.array(z.object({ kind: z.string() })),
  note: z.string().optional(),
})

it('members of objects are columns of their own, named by dots; lists are joined', () => {
  const columns = columnsOf(shape)
  expect(columns).toEqual(['number', 'total.amount', 'total.currency', 'place.bin', 'tags', 'steps', 'note'])
  const item = {
    ...{ number: '1-A', total: { amount: -250, currency: 'EUR' }, place: null },
    ...{ tags: ['cold', 'heavy'], steps: [{ kind: 'charge' }] },
  }
  expect(rowOf(item, columns)).toEqual(['1-A', '-250', 'EUR', '', 'cold; heavy', '{"kind":"charge"}', ''])
})

it.each(['=1+1', '+49 171', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('%j is no formula', (text) => {
  expect(rowOf({ text }, ['text'])).toEqual([`'${text}`])
})

it('a number below zero stays a number', () => {
  expect(rowOf({ units: -3 }, ['units'])).toEqual(['-3'])
})
