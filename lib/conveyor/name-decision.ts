import { createHash } from 'node:crypto'
import type { Scan } from './schema'

/**
 * The id of the decision about a scan: a UUID of version 8 (RFC 9562) made of the scan's own time and a hash of what was
 * said. Whoever decides, and however often, gives it the same name, so it is kept once; ids grow with time, as indexes like.
 */
export function nameDecision({ site, scanner, seq, at, barcode, labels }: Scan): string {
  const said = JSON.stringify([site, scanner, seq, at, barcode, labels])
  const digest = createHash('sha1').update(said).digest('hex')
  const time = Math.max(0, Math.floor(Date.parse(at)))
    .toString(16)
    .padStart(12, '0')
    .slice(-12)
  const variant = (8 + (Number.parseInt(digest.charAt(3), 16) % 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-8${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
}
