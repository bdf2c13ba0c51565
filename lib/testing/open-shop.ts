import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OrderRequest } from '@/lib/orders/schema'
import { db } from '@/lib/platform/db'
import { openPaymentSandbox } from '@/simulate/payment-sandbox'

export const SHOP = 'TEST-1'

/** A site with one ambient aisle of bins, and each SKU's units in as many bins as its list has numbers. */
export async function stockShop(stock: Record<string, number[]>): Promise<void> {
  await db.site.create({
    data: { id: SHOP, name: 'Test store', timeZone: 'Europe/Berlin', currency: 'EUR', locale: 'en-GB' },
  })
  const zone = await db.zone.create({
    data: { siteId: SHOP, code: 'A', name: 'Ambient', temperatureZone: 'ambient' },
  })
  const aisle = await db.aisle.create({ data: { siteId: SHOP, zoneId: zone.id, code: 'A01', xMetres: 2 } })
  let bay = 0
  let product = 0
  for (const [sku, bins] of Object.entries(stock)) {
    await db.product.create({ data: productOf(sku, ++product) })
    for (const onHand of bins) {
      bay++
      const bin = { siteId: SHOP, aisleId: aisle.id, code: `A01-${bay}-A1`, side: 'L', bay, level: 1 }
      const { id: binId } = await db.bin.create({
        data: { ...bin, xMetres: 1, yMetres: bay, volumeMl: 100_000, maxWeightGrams: 50_000 },
      })
      await db.stockLine.create({ data: { siteId: SHOP, sku, binId, onHand } })
    }
  }
}

export const productOf = (sku: string, number: number) => ({
  sku,
  gtin: `20${String(number).padStart(11, '0')}`,
  name: `Test ${sku}`,
  department: 'Test',
  category: 'Test',
  brand: 'Test',
  packageSize: '1 ct',
  temperatureZone: 'ambient' as const,
  weightGrams: 500,
  volumeMl: 500,
  priceMinor: 250,
})

/** An order of these SKUs, paid with this token of the sandbox. */
export function orderOf(lines: Record<string, number>, token = 'tok_ok'): OrderRequest {
  return {
    site: SHOP,
    customer: { name: 'Ada Byron', email: 'ada@example.com' },
    shipTo: { line1: '1 Test Street', city: 'Berlin', postalCode: '10115', country: 'DE' },
    lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })),
    payment: { method: 'card', token },
  }
}

type Movement = { kind: string; key: string; reference: string; amount: number }

/** A payment sandbox with books of its own, and the address where our payments room looks for it. */
export async function openTestSandbox() {
  const folder = mkdtempSync(join(tmpdir(), 'stowline-books-'))
  const sandbox = await openPaymentSandbox({ port: 0, booksFile: join(folder, 'books.jsonl') })
  process.env.PAYMENT_SANDBOX_URL = sandbox.url
  return {
    url: sandbox.url,
    authorizations: async (): Promise<{ reference: string; status: string; amount: number }[]> => {
      const answer = await fetch(`${sandbox.url}/v1/authorizations/all`)
      const { items } = (await answer.json()) as {
        items: { reference: string; status: string; amount: number }[]
      }
      return items
    },
    /** Money that moved, by the provider's own books. */
    movements: async (): Promise<Movement[]> => {
      const answer = await fetch(`${sandbox.url}/v1/movements?since=1970-01-01T00:00:00Z`)
      return ((await answer.json()) as { items: Movement[] }).items
    },
    close: async () => {
      await sandbox.close()
      rmSync(folder, { recursive: true })
    },
  }
}
