import type { PlacedPair } from '@/lib/recommendations/schema'

type Words = { text: string; title: string; none: string }

const LEAST = 'A pair counts once three orders held both, and after the night shift has counted them.'

/** What each advice is called, and why there may be none of it. */
export const ADVICE: Record<PlacedPair['advice'], Words> = {
  together: {
    text: 'Bring together',
    title: 'Worth lying beside each other, the most metres first',
    none: LEAST,
  },
  apart: {
    text: 'Keep apart',
    title: 'Look-alikes, and popular neighbours of a crowded aisle',
    none: `No look-alikes are bought together, and no pair crowds its aisle. ${LEAST}`,
  },
  'as-it-is': {
    text: 'As it is',
    title: 'Neighbours already, or one of both lies nowhere',
    none: `None lie beside each other yet. ${LEAST}`,
  },
}

/** Why a pair belongs apart, in a sentence; nothing of one that does not. */
export function apartWords({
  apartFor,
  sparedVisits,
}: Pick<PlacedPair, 'apartFor' | 'sparedVisits'>): string | null {
  if (apartFor === null) return null
  return apartFor === 'look-alike'
    ? 'Of one category: pickers would mistake one for the other.'
    : `Both popular in a crowded aisle: elsewhere, one would spare it ${sparedVisits} visits.`
}
