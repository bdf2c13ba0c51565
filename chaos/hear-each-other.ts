import { demo, keyOf } from '@/e2e/fixtures/demo-house'
import { eventually, machine, orderOf } from '@/e2e/fixtures/machine'
import { hearChanges } from './hear-changes'
import type { Pair } from './open-pair'

const ORDERS = 10

/**
 * Orders placed at one house, and who listens at the other one; then the other way round.
 * @returns orders that were not heard of, and changes that one screen heard twice
 */
export async function hearEachOther(
  { houses, dataFolder }: Pair,
  site: string,
  skus: string[],
): Promise<{ orders: number; unheard: number; twice: number }> {
  const key = keyOf('all', demo(dataFolder))
  const ears = await Promise.all(houses.map(({ url }) => hearChanges(url, key, site)))
  let unheard = 0
  for (const { url } of houses) {
    const shop = machine(url, dataFolder)
    const numbers: string[] = []
    for (let n = 0; n < ORDERS; n++) {
      const answer = await shop.place(orderOf(site, skus[n % skus.length] ?? ''))
      numbers.push(((await answer.json()) as { orderNumber: string }).orderNumber)
    }
    const missing = async () =>
      numbers.filter((number) => !ears.every(({ hasHeard }) => hasHeard(`orders/order.placed ${number}`)))
        .length
    unheard += await eventually(missing, (count) => count === 0, 10).catch(missing)
  }
  const twice = ears.flatMap(({ heard }) => [...heard.values()]).filter((times) => times > 1).length
  for (const { close } of ears) close()
  return { orders: ORDERS * houses.length, unheard, twice }
}
