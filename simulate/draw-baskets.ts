import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { seededRandom } from './random'

const basketSchema = z.object({
  /** Time of day it was bought, HH:MM. */
  at: z.string().regex(/^\d\d:\d\d$/),
  items: z.array(z.tuple([z.string(), z.number().int().positive()])).min(1),
})
export type Basket = z.infer<typeof basketSchema>

/** Real baskets in an order that the seed decides; after the last one they begin again. */
export function drawBaskets(count: number, seed: number): Basket[] {
  const baskets = readBaskets()
  const random = seededRandom(seed)
  for (let last = baskets.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [baskets[last], baskets[other]]
    if (a && b) [baskets[last], baskets[other]] = [b, a]
  }
  return Array.from({ length: count }, (_, n) => baskets[n % baskets.length]).filter(
    (basket) => basket !== undefined,
  )
}

/** All real baskets, by the time of day they were bought. */
export function readBaskets(): Basket[] {
  return readFileSync('simulate/demo-data/baskets.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => basketSchema.parse(JSON.parse(line)))
}
