import { randomUUID } from 'node:crypto'
import type { Sorter } from '@/lib/conveyor/topology-schema'
import { insist } from '../client/insist'
import { type Client, openClient } from '../client/open-client'
import { openBelt } from './belt'
import { NO_FAULTS } from './faults'
import type { Box } from './make-boxes'
import { type BeltLine, openSocketLine } from './open-line'
import { readSorters } from './read-sorters'
import type { Ending } from './ride'
import { runBelt } from './run-belt'

const PACK = 'pack'
const PACKING_MS = { least: 4_000, most: 12_000 }
/** Who stands at the exceptions puts a box back on the belt after so long, and gives up after so many times. */
const BACK_ON_MS = 8_000
const MOST_RIDES = 30
const FORGET_MS = 60_000
const LOOK_MS = 500

/** What became of a run's boxes. */
export type Ridden = {
  totes: number
  packed: number
  /** Totes that packing did not take, such as those of a cancelled order. */
  refused: number
  parcels: number
  sorted: number
  /** Stood at the exceptions too often. */
  givenUp: number
}
export const NOTHING_RIDDEN: Ridden = { totes: 0, packed: 0, refused: 0, parcels: 0, sorted: 0, givenUp: 0 }

type Totes = { tote: string; orderNumber: string }[]
type Settings = { url: string; key: string; site: string; random: () => number }

/**
 * Totes ride to the packing stations, where each order's become a parcel, which rides to its carrier's lane: the site's
 * belts without faults. What ends at the exceptions is put back on the belt.
 * @throws Error where the site has no belt, or nobody answers for it
 */
export async function rideBoxes({ url, key, site, random }: Settings) {
  const client = openClient({ url, key })
  const sorters = await readSorters(client, site)
  const rides = openRides(site, sorters, await openSocketLine(url, key))
  const ridden = { ...NOTHING_RIDDEN }
  let underWay = 0
  async function carry(totes: string[]): Promise<void> {
    const landed = await Promise.all(
      totes.map((barcode) => rides.untilThere({ barcode, kind: 'tote', destination: PACK })),
    )
    const there = totes.filter((_, at) => landed[at])
    ridden.givenUp += totes.length - there.length
    if (there.length === 0) return
    await pause(PACKING_MS.least + random() * (PACKING_MS.most - PACKING_MS.least))
    const parcel = await pack(client, site, there)
    ridden[parcel ? 'packed' : 'refused'] += there.length
    if (!parcel) return
    ridden.parcels++
    ridden[(await rides.untilThere(parcel)) ? 'sorted' : 'givenUp']++
  }
  return {
    ridden,
    /** Totes of a tour that is done come to the belt. */
    bring(totes: Totes): void {
      ridden.totes += totes.length
      for (const order of new Set(totes.map(({ orderNumber }) => orderNumber))) {
        underWay++
        const together = totes.filter(({ orderNumber }) => orderNumber === order)
        void carry(together.map(({ tote }) => tote)).finally(() => underWay--)
      }
    },
    /** Waits until all that was brought is sorted, or no more. */
    async settle(patienceMs: number): Promise<void> {
      const endMs = performance.now() + patienceMs
      while (underWay > 0 && performance.now() < endMs) await pause(LOOK_MS)
      await rides.close()
    },
  }
}

function openRides(site: string, sorters: Sorter[], line: BeltLine) {
  const firstSeq = Date.now() * 1_000
  const belt = openBelt({ sorters, seed: 1, faults: NO_FAULTS, firstSeq, lanesFill: false })
  const landings = new Map<Box, (ending: Ending) => void>()
  const running = runBelt(belt, {
    ...{ site, lines: [line], speed: 1 },
    onLeft: ({ ride: { box }, ending }) => landings.get(box)?.(ending),
  })
  const forgetting = setInterval(belt.forget, FORGET_MS)
  return {
    /** @returns whether the box came into a lane of its destination */
    async untilThere(box: Box): Promise<boolean> {
      const sorter = sorters.find(({ lanes }) => lanes.some(({ serves }) => serves.includes(box.destination)))
      for (let ride = 0; sorter && ride < MOST_RIDES; ride++) {
        if (ride > 0) await pause(BACK_ON_MS)
        const ending = await new Promise<Ending>((resolve) => {
          landings.set(box, resolve)
          belt.induct(sorter.id, box, running.nowMs())
        })
        landings.delete(box)
        if (ending.how === 'diverted') return true
      }
      return false
    },
    async close(): Promise<void> {
      clearInterval(forgetting)
      await running.stop()
      line.close()
    },
  }
}

async function pack(client: Client, site: string, totes: string[]): Promise<Box | undefined> {
  const body = { site, totes, operationId: randomUUID() }
  const answer = await insist(() => client.POST('/api/parcels', { body }))
  const made = answer?.data
  return made && { barcode: made.parcel, kind: 'parcel', destination: made.carrier }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
