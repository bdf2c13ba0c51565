import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { liveKey, refetcher } from './refetcher'

const change = { site: 'S', topic: 'orders', event: 'orders/order.placed', id: '7', version: 1 } as const

/** Shows a query as a screen would, and counts how often it was fetched. */
async function shown(client: QueryClient, path: string, id?: string, fail = false) {
  const seen = { fetches: 0 }
  const observer = new QueryObserver(client, {
    queryKey: liveKey('S', 'orders', path),
    queryFn: async () => {
      seen.fetches++
      if (fail) throw new Error('no such thing')
      return seen.fetches
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { id },
  })
  observer.subscribe(() => {})
  await expect.poll(() => observer.getCurrentResult().isFetching).toBe(false)
  return seen
}

it('fetches lists and the changed thing again, and leaves other things alone', async () => {
  const client = new QueryClient()
  const list = await shown(client, '/list')
  const seven = await shown(client, '/7', '7')
  const eight = await shown(client, '/8', '8')
  refetcher(client).changed(change)
  await expect.poll(() => [list.fetches, seven.fetches]).toEqual([2, 2])
  expect(eight.fetches).toBe(1)
})

it('fetches again what was being fetched for the first time when the change came', async () => {
  const client = new QueryClient()
  let fetches = 0
  let answer = (_: number) => {}
  const observer = new QueryObserver(client, {
    queryKey: liveKey('S', 'orders', '/slow'),
    queryFn: () => {
      fetches++
      return new Promise<number>((resolve) => {
        answer = resolve
      })
    },
  })
  observer.subscribe(() => {})
  await expect.poll(() => fetches).toBe(1)
  refetcher(client).changed(change)
  answer(1)
  await expect.poll(() => fetches).toBe(2)
  answer(2)
  await expect.poll(() => observer.getCurrentResult().data).toBe(2)
})

it('fetches everything again when many things changed at once', async () => {
  const client = new QueryClient()
  const seven = await shown(client, '/7', '7')
  const eight = await shown(client, '/8', '8')
  refetcher(client).changed({ ...change, id: '*' })
  await expect.poll(() => [seven.fetches, eight.fetches]).toEqual([2, 2])
})

it('leaves a query alone that failed for good, until the connection is back', async () => {
  const client = new QueryClient()
  const failed = await shown(client, '/failed', undefined, true)
  const list = await shown(client, '/list')
  const { changed, caughtUp } = refetcher(client)
  changed(change)
  await expect.poll(() => list.fetches).toBe(2)
  expect(failed.fetches).toBe(1)
  caughtUp('S', 'orders')
  await expect.poll(() => failed.fetches).toBe(2)
})
