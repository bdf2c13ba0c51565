import { frontierStates } from './frontier-states'
import { stagesOf } from './piece-choices'
import { gridOf, type Places } from './route-grid'
import type { Hall } from './route-network'
import { sweepStages } from './sweep-stages'
import { traceWalk, type Walk } from './trace-walk'

/**
 * The shortest walk from start to end over all these places (start and end among them): exact for parallel aisles with
 * any number of cross aisles (Ratliff and Rosenthal 1983; Roodbergen and de Koster 2001; Pansart, Catusse and Cambazard
 * 2018). null when there is none, 'late' when the time was over before.
 */
export function walkAllPlaces(
  hall: Hall,
  places: Places,
  wanted: number[],
  isLate?: () => boolean,
): { length: number; trace: () => Walk } | null | 'late' {
  const grid = gridOf(hall, places, wanted)
  const states = frontierStates(grid.rows.length)
  const stages = stagesOf(grid, states)
  const swept = sweepStages(states, stages, isLate)
  if (swept === null || swept === 'late') return swept
  return { length: swept.length, trace: () => traceWalk(grid, stages, swept.choices) }
}
