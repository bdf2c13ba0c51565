/** An aisle with half as many picks again as its climate's aisles have on average is where pickers begin to queue. */
const CROWD = 1.5

/** More picks than this make an aisle crowded. @param picks of each aisle of its climate */
export const mostPicks = (picks: readonly number[]): number =>
  (CROWD * picks.reduce((sum, one) => sum + one, 0)) / Math.max(1, picks.length)
