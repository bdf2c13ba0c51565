import type { PickingRules } from '@/lib/picking/picking-rules-schema'
import type { Amount } from './rule-form'

type Choice = {
  [Rule in keyof PickingRules]: PickingRules[Rule] extends boolean ? Rule : never
}[keyof PickingRules]
/** The two ways of a rule: what the button says, and what follows from it. */
type Ways = { title: string; yes: string; no: string; ifYes: string; ifNo: string }

export const AMOUNT_WORDS: Record<Amount, { label: string; consequence: string }> = {
  cartTotes: {
    label: 'Totes on a cart',
    consequence: 'More totes take more orders on one walk; a full cart is slower at the packing station.',
  },
  toteVolumeMl: {
    label: 'A tote holds, in litres',
    consequence: 'An order that is larger gets several totes, and fills the cart sooner.',
  },
  cartWeightGrams: {
    label: 'A cart carries, in kg',
    consequence: 'No order joins a tour that would be heavier; one that is heavier alone is walked alone.',
  },
  leaseMinutes: {
    label: 'Minutes until a silent picker has vanished',
    consequence: 'After so long without a word from the phone the rest of the tour is open to others.',
  },
}

export const CHOICE_WORDS: Record<Choice, Ways> = {
  heavyFirst: {
    title: 'Heavy items',
    ...{ yes: 'First', no: 'As they come' },
    ifYes: 'What weighs 4 kg or more lies at the bottom of its tote; the walk is longer for it.',
    ifNo: 'The walk is the shortest; pickers make room below for what is heavy.',
  },
  frozenLast: {
    title: 'Frozen items',
    ...{ yes: 'Last', no: 'As they come' },
    ifYes: 'Frozen food is in the tote for the end of the walk only; the walk is longer for it.',
    ifNo: 'The walk is the shortest; frozen food may be in the tote from its beginning.',
  },
  isFefo: {
    title: 'Lots that expire',
    ...{ yes: 'First expired first', no: 'Any lot' },
    ifYes: 'A later lot stays where it is while an earlier one has free units, also when it lies nearer.',
    ifNo: 'The nearest bin is taken whatever its date, so older lots may expire on the shelf.',
  },
  avoidCrowds: {
    title: 'Crowded aisles',
    ...{ yes: 'Keep out', no: 'Walk in' },
    ifYes: 'A picker walks up to 10 m more for each aisle in which somebody else is about to pick.',
    ifNo: 'Every walk is the shortest; pickers may have to wait for each other in an aisle.',
  },
}

export const ON_SHORT: Record<PickingRules['onShort'], { text: string; consequence: string }> = {
  ship: {
    text: 'Send the order short',
    consequence: 'The customer gets the rest in time; what is missing is taken off the order.',
  },
  wait: {
    text: 'Let the order wait',
    consequence: 'The order is complete when it leaves, as soon as one bin has all that is missing.',
  },
}
