import { describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { conditionPath, type Side } from './event-expression'

async function holds(expression: string, side: Side, document: object, vars: object = {}) {
  const { rows } = await pool.query<{ holds: boolean | null }>(
    'SELECT jsonb_path_match($1, $2::jsonpath, $3, true) AS holds',
    [document, conditionPath(expression, side), vars],
  )
  return rows[0]?.holds === true
}

const data = {
  n: 3,
  text: "it's",
  yes: true,
  no: false,
  nothing: null,
  empty: '',
  zero: 0,
  list: [1, 2],
  in: { a: 'x' },
}

describe('Postgres decides', () => {
  test.each([
    ['event.data.n == 3', true],
    ['event.data.n != 3', false],
    ['event.data.n >= 3 && event.data.n < 4', true],
    ["event.data.n == '3'", false],
    ["event.data.n != '3'", true],
    ["event.data.text == 'it\\'s'", true],
    ["event.name == 'shop/placed'", true],
    ['event.data.missing == null', true],
    ['event.data.missing.deeper == null', true],
    ['event.data.nothing == null', true],
    ['event.data.n == null', false],
    ['event.data.n != null', true],
    ['event.data.missing != null', false],
    ['event.data.missing == 3', false],
    ['event.data.missing != 3', true],
    ['event.data.missing > 3', false],
    ['!(event.data.missing > 3)', true],
    ['event.data.missing == event.data.nothing', true],
    ['event.data.n == event.data.nothing', false],
    ['event.data.list == 1', false],
    ['event.data.in.a in ["y", "x"]', true],
    ['!(event.data.in.a in ["y", "x"])', false],
    ['event.data.missing in [null]', true],
    ['event.data.yes', true],
    ['!event.data.yes', false],
    ['event.data.no', false],
    ['event.data.nothing || event.data.empty || event.data.zero || event.data.missing', false],
    ['!event.data.missing && !event.data.nothing', true],
    ['event.data.text && event.data.n', true],
    ["!(event.data.n == 3 && event.data.text == 'x') || event.data.no", true],
    ['event.data.n == 4 || event.data.n == 3 && event.data.yes == true', true],
  ])('%s', async (expression, expected) => {
    expect(await holds(expression, 'trigger', { name: 'shop/placed', data })).toBe(expected)
  })

  test('about two events', async () => {
    const event = { data: { cart: 'c1', total: 10 } }
    const expression = 'event.data.cart == async.data.cart && async.data.paid >= event.data.total'
    expect(await holds(expression, 'wait', { data: { cart: 'c1', paid: 10 } }, { event })).toBe(true)
    expect(await holds(expression, 'wait', { data: { cart: 'c1', paid: 9 } }, { event })).toBe(false)
    expect(await holds(expression, 'wait', { data: { paid: 10 } }, { event })).toBe(false)
  })
})
