import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Entry, type EntryKind, KINDS } from './entry'
import { fitOf, groupEntries, offerEntries } from './group-entries'

const entry = (kind: EntryKind, title: string, rest: Partial<Entry> = {}): Entry => ({
  ...{ id: `${kind} ${title}`, kind, title, href: `/${kind}/${title}` },
  ...rest,
})
const orders = entry('screen', 'Orders')
const counts = entry('screen', 'Counts', { also: ['cycle count'] })
const late = entry('view', 'Late orders')
const known = [orders, counts, late, entry('action', 'Have a bin counted'), entry('queue', 'Order letters')]
const titlesOf = (query: string, found: Entry[] = []) =>
  groupEntries(query, found, known).map(({ heading, entries }) => [
    heading,
    ...entries.map(({ title }) => title),
  ])

it('says how well a text fits, whatever its case and accents', () => {
  expect(fitOf('ORDERS', ['Orders'])).toBe(0)
  expect(fitOf('ord', ['Orders'])).toBe(1)
  expect(fitOf('lat ord', ['Late orders'])).toBe(2)
  expect(fitOf('der', ['Orders'])).toBe(3)
  expect(fitOf('creme', ['Crème fraîche'])).toBe(1)
  expect(fitOf('milk', ['Orders'])).toBeNull()
})

it('puts the kind with the best fit first', () => {
  expect(titlesOf('ord')).toEqual([
    ['Screens', 'Orders'],
    ['Queues', 'Order letters'],
    ['Saved views', 'Late orders'],
  ])
  const milk = entry('item', 'MILK-1', { detail: 'Whole milk' })
  expect(titlesOf('A-01', [milk, entry('bin', 'A-01')])[0]).toEqual(['Bins', 'A-01'])
})

it('finds a screen by another word for it', () => {
  expect(titlesOf('cycle')).toEqual([['Screens', 'Counts']])
})

it('keeps what was found in its order, also what was found by something that is not shown', () => {
  const found = [entry('order', '2'), entry('order', '1', { detail: 'ada@example.com' })]
  expect(titlesOf('ada', found)).toEqual([['Orders', '2', '1']])
})

it('offers where one was lately first, and nothing twice', () => {
  const groups = offerEntries([orders], known)
  expect(groups.map(({ heading }) => heading)).toEqual(['Recent', 'Saved views', 'Actions', 'Screens'])
  const hrefs = groups.flatMap(({ entries }) => entries.map(({ href }) => href))
  expect(new Set(hrefs).size).toBe(hrefs.length)
  expect(offerEntries([], known)[0]?.heading).toBe('Saved views')
})

it('loses no kind that was found, shows nothing twice, and at most six of a kind', () => {
  const some = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.string({ minLength: 1 })), { maxLength: 40 })
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), some, (query, things) => {
      const found = things.map(([kind, title], at) => entry(kind, title, { id: String(at) }))
      const groups = groupEntries(query, found, [])
      expect(new Set(groups.map(({ id }) => id))).toEqual(new Set(found.map(({ kind }) => kind)))
      const ids = groups.flatMap(({ entries }) => entries.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
      for (const { entries } of groups) expect(entries.length).toBeLessThanOrEqual(6)
    }),
  )
})
