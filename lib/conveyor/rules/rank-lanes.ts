/** FNV-1a, 32 bit (Fowler, Noll, Vo), with the finish of MurmurHash3 so that near keys lie far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/**
 * Equal lanes in the order in which this box tries them (rendezvous hashing: Thaler and Ravishankar, 1998). Needs no
 * counter: any process ranks the same, whoever answered before; all boxes of one key meet in one lane; a lane that closes
 * moves only its own boxes, evenly to the others.
 * @param key what must stay together: the order of a tote, else the box itself
 */
export function rankLanes<Lane extends { id: string }>(key: string, lanes: readonly Lane[]): Lane[] {
  if (lanes.length < 2) return [...lanes]
  return lanes
    .map((lane) => ({ lane, weight: hash(`${key} ${lane.id}`) }))
    .sort((a, b) => b.weight - a.weight || (a.lane.id < b.lane.id ? -1 : 1))
    .map(({ lane }) => lane)
}
