import { randomUUID } from 'node:crypto'
import { insist } from './client/insist'
import type { Client, Told } from './client/open-client'

const METRES_A_SECOND = 1.2
const SECONDS_A_STOP = 4
const LOOK_AGAIN_MS = 5_000
const SHORT_SHARE = 0.01

type Tour = Told<'/api/picks/{tourId}'>
type Stop = Tour['stops'][number]

export type Picked = {
  tours: number
  lines: number
  units: number
  shorts: number
  walkMetres: number
  savedMetres: number
}
type Settings = {
  site: string
  /** Their name, and how many they are: who comes again goes on with the tour they had. */
  crew: string
  pickers: number
  /** So many times faster than people walk and reach. */
  pace: number
  random: () => number
  /** Tours are taken only while more lists wait than these: they are for whoever signs in. */
  leaves?: number
  /** What went into totes on a tour. */
  onPicked?: (items: { sku: string; quantity: number }[]) => void
  /** The totes of a tour that is done. */
  onDone?: (totes: { tote: string; orderNumber: string }[]) => void
}

/**
 * Simulated pickers: each takes tours through the API, walks them at walking pace, confirms stop by stop, and finds now and
 * then one unit too few. A house that does not answer is asked again.
 * @returns what they did so far, and how to send them home: what is not picked is given back
 */
export function pickTours(client: Client, settings: Settings): { picked: Picked; stop: () => Promise<void> } {
  const picked: Picked = { tours: 0, lines: 0, units: 0, shorts: 0, walkMetres: 0, savedMetres: 0 }
  const shift = { isOver: false }
  const pause = async (ms: number) => {
    const endMs = performance.now() + ms
    while (!shift.isOver && performance.now() < endMs)
      await new Promise((resolve) => setTimeout(resolve, Math.min(200, endMs - performance.now())))
  }
  const work = Array.from({ length: settings.pickers }, async (_, at) => {
    const picker = `${settings.crew} ${at + 1}`
    while (!shift.isOver) {
      const tour = await takeTour(client, settings, picker).catch(() => undefined)
      if (tour) await walk(client, settings, { tour, picked, shift, pause }).catch(() => undefined)
      else await pause(LOOK_AGAIN_MS * (1 + settings.random()))
    }
  })
  return {
    picked,
    stop: async () => {
      shift.isOver = true
      await Promise.all(work)
    },
  }
}

async function takeTour(
  client: Client,
  { site, leaves = 0 }: Settings,
  picker: string,
): Promise<Tour | undefined> {
  if (leaves > 0) {
    const lists = await client.GET('/api/pick-lists', { params: { query: { site, limit: leaves + 1 } } })
    if ((lists.data?.items.length ?? 0) <= leaves) return undefined
  }
  return (await client.GET('/api/picks/next', { params: { query: { site, picker } } })).data
}

type Walk = {
  tour: Tour
  picked: Picked
  shift: { isOver: boolean }
  pause: (ms: number) => Promise<void>
}

async function walk(
  client: Client,
  { pace, random, onPicked, onDone }: Settings,
  { tour, picked, shift, pause }: Walk,
) {
  const params = { path: { tourId: tour.tourId } }
  const look = async () => (await client.GET('/api/picks/{tourId}', { params })).data
  const items: { sku: string; quantity: number }[] = []
  const tried = new Set<number>()
  let now = tour
  let at: Stop | undefined
  for (;;) {
    const stop = now.stops.find(({ seq, state }) => state === 'open' && !tried.has(seq))
    if (!stop || shift.isOver) break
    tried.add(stop.seq)
    await pause((1000 * (metresBetween(at, stop) / METRES_A_SECOND + SECONDS_A_STOP)) / pace)
    at = stop
    const isShort = random() < SHORT_SHARE
    const quantity = stop.quantity - stop.picked - (isShort ? 1 : 0)
    const isDone = isShort
      ? await tellShort(client, tour, stop, quantity)
      : await confirm(client, tour, stop, quantity)
    if (isDone) count(picked, { isShort, quantity })
    if (isDone && quantity > 0) items.push({ sku: stop.sku, quantity })
    if (isShort || !isDone) now = (await look()) ?? now
  }
  onPicked?.(items)
  const end = await look()
  if (end?.state === 'walking') await client.POST('/api/picks/{tourId}/give-back', { params })
  if (end?.state !== 'done') return
  onDone?.(end.totes)
  picked.tours++
  picked.walkMetres += end.walkMetres
  picked.savedMetres += end.baselineMetres - end.walkMetres
}

function count(picked: Picked, { isShort, quantity }: { isShort: boolean; quantity: number }): void {
  picked.lines++
  picked.units += quantity
  if (isShort) picked.shorts++
}

const metresBetween = (a: Stop | undefined, b: Stop): number =>
  a ? Math.abs(a.xMetres - b.xMetres) + Math.abs(a.yMetres - b.yMetres) : 0

async function confirm(
  client: Client,
  { tourId }: Tour,
  { seq, bin, sku }: Stop,
  quantity: number,
): Promise<boolean> {
  const params = { path: { tourId } }
  const body = [{ operationId: randomUUID(), seq, bin, sku, quantity, at: new Date().toISOString() }]
  const answer = await insist(() => client.POST('/api/picks/{tourId}/confirmations', { params, body }))
  return answer?.data?.results[0]?.outcome === 'recorded'
}

async function tellShort(client: Client, { tourId }: Tour, { seq }: Stop, found: number): Promise<boolean> {
  const params = { path: { tourId } }
  const body = { operationId: randomUUID(), seq, found, reason: 'bin is empty' }
  const answer = await insist(() => client.POST('/api/picks/{tourId}/shorts', { params, body }))
  return answer?.response.ok ?? false
}
