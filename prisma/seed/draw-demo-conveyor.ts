import { readTopology } from '@/lib/conveyor/read-topology'
import { replaceTopology } from '@/lib/conveyor/replace-topology'
import { DEMO_CONVEYOR } from './demo-conveyor'

/** Draws the demo's belts where there are none: what a manager has drawn stays. */
export async function drawDemoConveyor(site: string): Promise<void> {
  if ((await readTopology(site)) === null) await replaceTopology(site, DEMO_CONVEYOR)
}
