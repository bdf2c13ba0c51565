import type { Sorter } from '@/lib/conveyor/topology-schema'
import type { Client } from '../client/open-client'
import { seededRandom } from '../random'
import { announceBoxes } from './announce-boxes'
import type { Belt } from './belt'
import { makeBoxes } from './make-boxes'

type Bringing = { sorters: Sorter[]; seed: number; boxesPerMinute: number; minutes: number; run?: number }

/**
 * Announces the boxes of a run and lets them come to the inducts, at a steady rate.
 * @param run makes the labels; left out, they are of this minute only
 * @returns when the last one comes, by the belt's clock
 */
export async function bringBoxes(
  client: Client,
  site: string,
  belt: Belt,
  { sorters, seed, boxesPerMinute, minutes, run = Math.floor(Date.now() / 1_000) }: Bringing,
): Promise<number> {
  const count = Math.round(boxesPerMinute * minutes)
  const random = seededRandom(seed)
  for (const [at, sorter] of sorters.entries()) {
    const boxes = makeBoxes(sorter, count, { random, run, from: at * count })
    await announceBoxes(client, site, boxes)
    for (const [number, box] of boxes.entries())
      belt.induct(sorter.id, box, (number * 60_000) / boxesPerMinute)
  }
  return (count * 60_000) / boxesPerMinute
}
