import { signId } from '@/lib/platform/signed-id'

/** The address of the customer's own page of an order. Who has the link may see it: it is signed, and in every mail. */
export function statusLink(orderNumber: string): string {
  const base = process.env.STOWLINE_URL || `http://localhost:${process.env.PORT || '3000'}`
  return new URL(`/status/${signId('status-page', orderNumber)}`, base).href
}
