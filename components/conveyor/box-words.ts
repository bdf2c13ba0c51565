import { ACTIONS, BECAUSE } from './decision-words'
import type { BeltDecision } from './moving-boxes'

/** What is said of a box on the belt: its label first. */
export function boxWords({ barcode, orderNumber, action, lane, because, scanner }: BeltDecision): string[] {
  return [
    barcode ?? 'No label',
    ...(orderNumber ? [`order ${orderNumber}`] : []),
    lane ? `to ${lane}` : ACTIONS[action].toLowerCase(),
    BECAUSE[because].toLowerCase(),
    `read by ${scanner}`,
  ]
}
