import type { CountLineRequest } from '@/lib/inventory/schema'
import type { Stow, StowConfirmation } from '@/lib/inventory/stow-schema'
import type { PickerAct } from '@/lib/picking/rules/advance-tour'
import type { MoveConfirmation } from '@/lib/picking/slotting-schema'

type Done = { operationId: string; at: string }
/** `name`: what the item is called, for the eyes only. */
export type CountAct = Done & { kind: 'count-line'; countId: string; name: string; line: CountLineRequest }
export type StowAct = Done & { kind: 'stow'; stowId: string; name: string; said: StowConfirmation }
export type MoveAct = Done & {
  kind: 'move'
  site: string
  moveId: string
  name: string
  said: MoveConfirmation
}

/** What somebody did on the floor, as a phone keeps it until the server has answered it. */
export type Act = PickerAct | CountAct | StowAct | MoveAct

export const isTourAct = (act: Act): act is PickerAct => 'tourId' in act

/** What an act is about. Acts on one thing are told in the order in which they were done. */
export function thingOf(act: Act): string {
  switch (act.kind) {
    case 'count-line':
      return `count ${act.countId}`
    case 'stow':
      return `stow ${act.stowId}`
    case 'move':
      return `move ${act.moveId}`
    default:
      return `tour ${act.tourId}`
  }
}

/** What a refusal of an act is known by: another try at the same thing settles it. */
export function refusalId(act: Act): string {
  if (act.kind === 'stow') return `stow ${act.said.loadId}`
  if (act.kind === 'move') return `move ${act.moveId} ${act.said.transfer}`
  return act.operationId
}

/** What is being put away: the question where to, and the bins that were the answer. */
export type StowDraft = {
  site: string
  item: { sku: string; name: string } | null
  quantity: number | null
  lot: string
  expiresOn: string
  /** Of the question where to: asked again after a lost answer, it is the same stow. */
  operationId: string
  stow: Stow | null
  /** What became of the last bin, in words. */
  last: { bin: string; text: string; isPlanned: boolean } | null
}

export const emptyDraft = (site: string, last: StowDraft['last'] = null): StowDraft => ({
  ...{ site, last, item: null, quantity: null, lot: '', expiresOn: '', stow: null },
  operationId: crypto.randomUUID(),
})
