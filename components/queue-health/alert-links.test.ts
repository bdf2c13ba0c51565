import { expect, it } from 'vitest'
import { alertHref, ordersHref } from './alert-links'

const openedAt = '2026-11-21T12:00:00.000Z'

it('leads from a trouble of a belt to its boxes, from those on that opened the alert', () => {
  const href = (cause: string) => decodeURIComponent(alertHref({ queue: 'belt:SORT-2', cause, openedAt }))
  const from = 'from=2026-11-21T11:45:00.000Z'
  expect(href('no-read')).toBe(`/conveyor/decisions?sorter=SORT-2&because=no-read&${from}`)
  expect(href('missing')).toBe(`/conveyor/decisions?sorter=SORT-2&outcome=lost&${from}`)
  expect(href('mis-sort')).toBe(`/conveyor/decisions?sorter=SORT-2&misSort=true&${from}`)
  expect(href('scanner-silent')).toBe(`/conveyor/decisions?sorter=SORT-2&${from}`)
  expect(decodeURIComponent(ordersHref({ queue: 'belt:SORT-2', cause: 'missing', openedAt }))).toBe(
    href('missing'),
  )
  expect(alertHref({ queue: 'belt-records', cause: 'unrecorded', openedAt })).toBe('/conveyor')
})

it('leads from any other alert to its queue and to its orders', () => {
  const alert = { queue: 'confirmation-email', cause: 'burst', openedAt }
  expect([alertHref(alert), ordersHref(alert)]).toEqual([
    '/queues/confirmation-email',
    '/orders?step=confirmation-email',
  ])
})
