import { announce } from '@/lib/platform/realtime'
import { boxesChanged } from './events'

/** Tells belts and screens that boxes of a site changed, after the commit; of none, nothing. */
export function announceBoxes(site: string, barcodes: readonly string[]): void {
  const [first, ...others] = barcodes
  if (first === undefined) return
  const id = others.length === 0 ? first : '*'
  announce({ site, topic: 'conveyor', event: boxesChanged, id, version: Date.now() })
}
