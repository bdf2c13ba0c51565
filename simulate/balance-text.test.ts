import { expect, it } from 'vitest'
import type { Balance } from './balance-books'
import { balanceText, type Tally } from './balance-text'

const tally: Tally = {
  sent: 10,
  answers: { placed: 8, 'out-of-stock': 1, declined: 1 },
  refusals: {},
  shortSkus: new Map([['BAN-1', 1]]),
  orderNumbers: ['1', '2', '3', '4', '5', '6', '7', '8'],
  answerMs: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  picked: { tours: 2, lines: 20, units: 31, shorts: 1, walkMetres: 250.4, savedMetres: 60 },
  ridden: { totes: 5, packed: 4, refused: 1, parcels: 3, sorted: 3, givenUp: 0 },
}
const balance: Balance = {
  statuses: { placed: 8 },
  sixStepsDone: 8,
  owing: 0,
  untold: [],
  mails: { one: 8, none: 0, more: 0 },
  stock: { skus: 2, onHand: 20, held: 9, overheld: [] },
}

it('agrees when everything accepted is there once', () => {
  const { text, agrees } = balanceText(tally, balance, 2)
  expect(agrees).toBe(true)
  expect(text).toMatch(/placed +8\n/)
  expect(text).toMatch(/refused for stock +1 {2}BAN-1 x1\n/)
  expect(text).toMatch(/shipped +0 {2}no order of this run has left the house\n/)
  expect(text).toMatch(/tours walked +2 {2}250 m, 60 m less than aisle by aisle\n/)
  expect(text).toMatch(/duplicates +0\n/)
  expect(text).toMatch(/lost +0$/)
})

it.each<[string, RegExp, Partial<Balance>, Partial<Tally>]>([
  [
    'an order that the house does not know',
    /lost +1$/,
    { statuses: { placed: 7, missing: 1 }, sixStepsDone: 7 },
    {},
  ],
  ['a step that is never done', /lost +1$/, { sixStepsDone: 7, owing: 1 }, {}],
  ['a mail that is missing', /lost +1$/, { mails: { one: 7, none: 1, more: 0 } }, {}],
  ['an order without an answer', /lost +1$/, {}, { answers: { placed: 8, unanswered: 1 } }],
  ['a mail that came twice', /duplicates +1/, { mails: { one: 7, none: 0, more: 1 } }, {}],
  ['an order that was placed twice', /duplicates +1/, { untold: ['9'] }, {}],
  [
    'two keys with one order',
    /duplicates +1/,
    {},
    { orderNumbers: ['1', '1', '2', '3', '4', '5', '6', '7', '8'] },
  ],
  [
    'stock held beyond what is there',
    /held beyond stock +1/,
    { stock: { ...balance.stock, overheld: ['A'] } },
    {},
  ],
  [
    'a parcel that is in no lane',
    /boxes lost +1 /,
    {},
    { ridden: { ...tally.ridden, sorted: 2, givenUp: 1 } },
  ],
  ['an order refused for no good reason', /HTTP 400/, {}, { answers: { refused: 1 }, refusals: { 400: 1 } }],
])('does not agree over %s', (_, line, seen, heard) => {
  const { text, agrees } = balanceText({ ...tally, ...heard }, { ...balance, ...seen }, 2)
  expect(agrees).toBe(false)
  expect(text).toMatch(line)
})
