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
    title: 'Of one category: pickers would mistake one for the other',
    none: `No look-alikes are bought together. ${LEAST}`,
  },
  'as-it-is': {
    text: 'As it is',
    title: 'Neighbours already, or one of both lies nowhere',
    none: `None lie beside each other yet. ${LEAST}`,
  },
}
