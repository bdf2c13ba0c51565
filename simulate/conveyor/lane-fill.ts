import type { Lane, Sorter } from '@/lib/conveyor/topology-schema'
import { seededRandom } from '../random'

/** Of its capacity: where the sensor of a full lane sits, so that what is on its way still fits. */
const FULL_SHARE = 0.7
/** When whoever empties it is called. */
const CALL_SHARE = 0.4
const SOONEST_MS = 2_000
const LATEST_MS = 6_000
/** Now and then nobody comes for a while. */
const AWAY_SHARE = 0.04
const AWAY_MS = 15_000

/** A lane's boxes, and who takes them out. */
export type LaneFill = {
  isRoomFor: () => boolean
  /** A box has come. @returns what its sensors say: how full it is now, and in how many ms it is emptied if called */
  enter: () => { isNowFull: boolean; emptiedInMs: number | null }
  /** All is taken out. @returns whether it was full */
  empty: () => boolean
}

/** A lane of which somebody takes the boxes out, not always in time; exceptions are looked after all the time. */
export function fillLane(sorter: Sorter, lane: Lane, seed: number): LaneFill {
  const random = seededRandom(seed + [...lane.id].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const isException = lane.id === sorter.exceptionLane
  let boxes = 0
  let isCalled = false
  let isFull = false
  return {
    isRoomFor: () => isException || boxes < lane.capacity,
    enter() {
      boxes++
      if (isException) return { isNowFull: false, emptiedInMs: null }
      const isNowFull = !isFull && boxes >= Math.max(1, Math.floor(lane.capacity * FULL_SHARE))
      isFull ||= isNowFull
      if (isCalled || boxes < lane.capacity * CALL_SHARE) return { isNowFull, emptiedInMs: null }
      isCalled = true
      const away = random() < AWAY_SHARE ? AWAY_MS : 0
      return { isNowFull, emptiedInMs: SOONEST_MS + random() * (LATEST_MS - SOONEST_MS) + away }
    },
    empty() {
      const wasFull = isFull
      boxes = 0
      isCalled = false
      isFull = false
      return wasFull
    },
  }
}
