import { expect, it } from 'vitest'
import type { ListedMovement, MovementKind } from '../schema'
import { captureNote, findCapture, readCaptures } from './capture-notes'
import { isSafeToMend, type OurMovement, paymentDifferences } from './payment-differences'
import { retryDelayMs } from './retry-delay'

const at = new Date(0)
const ours = (id: string, amountMinor: number, state: OurMovement['state'] = 'done'): OurMovement => ({
  id: `7/${id}`,
  orderNumber: '7',
  kind: id.split('/')[0] as MovementKind,
  amountMinor,
  currency: 'EUR',
  state,
})
const theirs = (id: string, amountMinor: number): ListedMovement => {
  const { state: _state, ...movement } = ours(id, amountMinor)
  return { ...movement, reference: `ref_${id}`, at }
}
const named = (mine: OurMovement[], listed: ListedMovement[]) =>
  paymentDifferences(mine, listed).map(({ id, difference }) => `${id} ${difference}`)

it('finds nothing where both say the same', () => {
  expect(
    named([ours('authorise', 9), ours('capture/1', 5)], [theirs('authorise', 9), theirs('capture/1', 5)]),
  ).toEqual([])
})

it('names what is missing here, missing there, of another amount and of another state', () => {
  expect(
    named(
      [
        ours('authorise', 9),
        ours('capture/1', 5),
        ours('refund/1', 2),
        ours('void', 4, 'owed'),
        ours('capture/2', 1, 'refused'),
      ],
      [
        theirs('authorise', 9),
        theirs('capture/1', 6),
        theirs('capture/2', 1),
        theirs('void', 3),
        theirs('refund/2', 1),
      ],
    ),
  ).toEqual([
    '7/capture/1 amounts-differ',
    '7/capture/2 state-differs',
    '7/void state-differs',
    '7/refund/2 missing-here',
    '7/refund/1 missing-there',
  ])
})

it('takes a charge that was given up, and closed whole, for no difference', () => {
  expect(named([], [theirs('authorise', 9), theirs('void', 9)])).toEqual([])
  expect(named([], [theirs('authorise', 9), theirs('void', 8)])).toHaveLength(2)
  expect(named([ours('authorise', 9)], [theirs('authorise', 9), theirs('void', 9)])).toEqual([
    '7/void missing-here',
  ])
})

it('does not expect the provider to list a void that released nothing, nor what is owed or refused', () => {
  expect(named([ours('void', 0), ours('capture/1', 5, 'owed'), ours('capture/2', 5, 'refused')], [])).toEqual(
    [],
  )
})

it('mends what the provider did and we did not know, but no charge and no disagreement about money', () => {
  const [late] = paymentDifferences([ours('capture/1', 5, 'owed')], [theirs('capture/1', 5)])
  const [charge] = paymentDifferences([], [theirs('authorise', 5)])
  const [amount] = paymentDifferences([ours('capture/1', 5, 'owed')], [theirs('capture/1', 6)])
  const [lost] = paymentDifferences([ours('capture/1', 5)], [])
  expect([late, charge, amount, lost].map((one) => one && isSafeToMend(one))).toEqual([
    true,
    false,
    false,
    false,
  ])
})

it('reads from metadata the captures that were written into it, whose keys fit', () => {
  const notes = {
    ...captureNote('100001-AB12/capture/340000000000000017', 300, 5),
    ...captureNote('7/capture/b', 4, 6),
  }
  expect(readCaptures({ order_number: '7', ...notes })).toEqual([
    { id: '100001-AB12/capture/340000000000000017', amountMinor: 300, atSeconds: 5 },
    { id: '7/capture/b', amountMinor: 4, atSeconds: 6 },
  ])
  expect(Object.keys(notes).every((key) => key.length <= 40)).toBe(true)
  expect(findCapture(notes, '7/capture/b')).toMatchObject({ amountMinor: 4 })
})

it('waits a second, then twice as long each time, at most five minutes', () => {
  expect([1, 2, 3, 9, 10, 1_000].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 256_000, 300_000, 300_000])
})
