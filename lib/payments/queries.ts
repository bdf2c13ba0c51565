import { db } from '@/lib/platform/db'

/** What the provider told us about an order's card; null before its outcome is known. */
export async function findPayment(orderNumber: string) {
  return db.payment.findUnique({ where: { orderNumber } })
}
