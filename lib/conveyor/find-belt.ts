import { slot } from '@/lib/platform/slot'
import type { Belt } from './open-belt'

/**
 * The belts that the server of this process has opened.
 * @throws Error outside the web process
 */
export function findBelt(): Belt {
  if (!slot.belt) throw new Error('this process has no belt: only the web process answers scans')
  return slot.belt as Belt
}
