import { db } from '@/lib/platform/db'
import type { Product } from './schema'

/** The products of these SKUs, in the order of their SKUs; unknown ones are left out. */
export async function findProducts(skus: string[]): Promise<Product[]> {
  return db.product.findMany({ where: { sku: { in: skus } }, orderBy: { sku: 'asc' } })
}
