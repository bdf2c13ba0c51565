import { parseAsString } from 'nuqs/server'

/** Which move is being made. */
export const moveSearch = { move: parseAsString }

export const movesPath = (site: string): string => `/api/sites/${encodeURIComponent(site)}/slotting/moves`
