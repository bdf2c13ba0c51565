import type { Lane } from '@/lib/conveyor/topology-schema'
import { scanBox, settle } from './read-label'
import type { Ask, Ending, Ride } from './ride'
import { assignedLane } from './settle-ask'
import type { Track, World } from './world'

/** Two boxes never follow closer: a divert could not part them. */
const LEAST_GAP_METRES = 0.05

const pitchMs = ({ sorter, lengthMetres }: Ride): number =>
  ((lengthMetres + LEAST_GAP_METRES) / sorter.speedMetresPerSecond) * 1_000

/** The next waiting box goes on the belt, or waits for a gap: what goes around has the right of way. */
export function inductNext(world: World, sorter: string, atMs: number): void {
  const track = world.tracks.get(sorter)
  const ride = track?.waiting[0]
  if (!track || !ride) return
  const gapMs = pitchMs(ride)
  track.comingAroundAtMs = track.comingAroundAtMs.filter((passMs) => passMs >= atMs)
  const inTheWay = track.comingAroundAtMs.filter((passMs) => passMs < atMs + gapMs)
  const freeAtMs = Math.max(track.freeAtMs, ...inTheWay.map((passMs) => passMs + gapMs))
  if (freeAtMs <= atMs) {
    track.waiting.shift()
    track.freeAtMs = atMs + gapMs
    travel(world, track, ride, atMs, 0)
  }
  // One look at a time: were there one for each box that waits, a queue of a thousand would look a thousand times at each gap.
  if (track.isLooking || track.waiting.length === 0) return
  track.isLooking = true
  world.agenda.add(Math.max(freeAtMs, track.freeAtMs), { kind: 'induct', sorter })
}

function travel(world: World, track: Track, ride: Ride, atMs: number, fromMetres: number): void {
  const waypoint = track.waypoints[ride.next]
  if (!waypoint) return
  const thereMs = atMs + ((waypoint.atMetres - fromMetres) / track.sorter.speedMetresPerSecond) * 1_000
  if (waypoint.kind === 'end' && track.sorter.loop) track.comingAroundAtMs.push(thereMs)
  world.agenda.add(thereMs, { kind: 'waypoint', ride })
}

/** A box is where something happens to it: a scanner, a divert, the end. */
export function reachWaypoint(world: World, ride: Ride, atMs: number): void {
  const track = world.tracks.get(ride.sorter.id)
  const waypoint = track?.waypoints[ride.next]
  if (!track || !waypoint) return
  const travelled = ride.laps * ride.sorter.lengthMetres + waypoint.atMetres
  if (travelled >= ride.vanishesAfterMetres) {
    leave(world, ride, { how: 'lost', lane: null }, atMs)
    return
  }
  ride.next++
  if (waypoint.kind === 'scanner') scanBox(world, ride, waypoint.scanner, atMs)
  else if (waypoint.kind === 'divert') meetDivert(world, ride, waypoint.lane, atMs)
  else reachEnd(world, track, ride, atMs)
  if (!ride.ending) travel(world, track, ride, atMs, waypoint.kind === 'end' ? 0 : waypoint.atMetres)
}

function meetDivert(world: World, ride: Ride, lane: Lane, atMs: number): void {
  const { ask, sorter } = ride
  if (ride.isStraying) enter(world, ride, lane, 'strayed', atMs)
  else if (!ask) return
  else if (!ask.isFollowed || assignedLane(ask) !== lane.id) passBy(world, ask, lane, atMs)
  else if (lane.id === sorter.exceptionLane) enter(world, ride, lane, 'rejected', atMs)
  else if (ride.fault === 'misses' || world.lanes.get(lane.id)?.isRoomFor() === false) {
    // Once: the next time it fits.
    if (ride.fault === 'misses') ride.fault = null
    ask.isFollowed = false
    passBy(world, ask, lane, atMs)
  } else {
    const after = world.tracks.get(sorter.id)?.waypoints[ride.next]
    ride.isStraying = ride.fault === 'strays' && after?.kind === 'divert'
    if (!ride.isStraying) enter(world, ride, lane, 'diverted', atMs)
  }
}

function passBy(world: World, ask: Ask, lane: Lane, atMs: number): void {
  ask.passed.push(lane.id)
  settle(world, ask, atMs)
}

function enter(world: World, ride: Ride, lane: Lane, how: Ending['how'], atMs: number): void {
  const seen = world.lanes.get(lane.id)?.enter()
  if (seen?.isNowFull) world.said.push({ kind: 'lane', lane: lane.id, state: 'full' })
  if (seen && seen.emptiedInMs !== null)
    world.agenda.add(atMs + seen.emptiedInMs, { kind: 'emptied', lane: lane.id })
  leave(world, ride, { how, lane: lane.id }, atMs)
}

function reachEnd(world: World, track: Track, ride: Ride, atMs: number): void {
  if (ride.sorter.loop) {
    track.comingAroundAtMs = track.comingAroundAtMs.filter((passMs) => passMs > atMs)
    track.freeAtMs = Math.max(track.freeAtMs, atMs + pitchMs(ride))
    ride.laps++
    ride.next = 0
  } else {
    const isRejected = ride.ask?.isFollowed && ride.ask.answer?.action === 'reject'
    leave(world, ride, { how: isRejected ? 'rejected' : 'ran-out', lane: ride.sorter.exceptionLane }, atMs)
  }
}

function leave(world: World, ride: Ride, ending: Ending, atMs: number): void {
  ride.ending = ending
  if (ride.ask) settle(world, ride.ask, atMs)
  world.said.push({ kind: 'left', ride, ending })
}
