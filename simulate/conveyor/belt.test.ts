import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Lane, Sorter } from '@/lib/conveyor/topology-schema'
import { seededRandom } from '../random'
import { openAgenda } from './agenda'
import { type Belt, openBelt } from './belt'
import { countBelt } from './count-belt'
import { NO_FAULTS, USUAL_FAULTS } from './faults'
import { makeBoxes } from './make-boxes'
import type { Answer, Ask, Said } from './ride'

const lane = (id: string, atMetres: number, serves: string[], capacity = 30): Lane => ({
  ...{ id, name: id, atMetres, lengthMetres: 6, capacity, serves },
})
const LINE: Sorter = {
  ...{ id: 'SORT-1', name: 'Totes', speedMetresPerSecond: 2, lengthMetres: 14, exceptionLane: 'L4' },
  scanners: [{ id: 'S1', atMetres: 2 }],
  lanes: [lane('L1', 3, ['pack']), lane('L2', 6, ['pack']), lane('L3', 9, ['pack']), lane('L4', 14, [])],
}
const LOOP: Sorter = {
  ...{ id: 'SORT-2', name: 'Parcels', speedMetresPerSecond: 2.5, lengthMetres: 60, exceptionLane: 'L12' },
  loop: { capacity: 60, mostLaps: 3 },
  scanners: [
    { id: 'S2', atMetres: 2 },
    { id: 'S3', atMetres: 30 },
  ],
  lanes: [lane('L5', 3.5, ['DHL']), lane('L7', 10, ['UPS']), lane('L9', 32, ['USPS']), lane('L12', 50, [])],
}
const BOXES = 120

type House = (ask: Ask) => { afterMs: number; answer: Omit<Answer, 'decisionId'> } | null

/** Sends every box to a lane that serves it, at once. */
const RIGHT: House = ({ barcode, labels, seq, ride: { sorter, box } }) => {
  const serving = sorter.lanes.filter(({ serves }) => serves.includes(box.destination))
  const own = serving[seq % serving.length]
  if (barcode !== box.barcode || labels || !own)
    return { afterMs: 1, answer: { action: 'reject', lane: null, because: 'no-read' } }
  return { afterMs: 1, answer: { action: 'divert', lane: own.id, because: 'routed' } }
}

function run(seed: number, faults = NO_FAULTS, house: House = RIGHT, boxes = BOXES) {
  const sorters = [LINE, LOOP]
  const belt = openBelt({ sorters, seed, faults, firstSeq: 100, lanesFill: faults !== NO_FAULTS })
  const random = seededRandom(seed)
  for (const [at, sorter] of sorters.entries())
    for (const [number, box] of makeBoxes(sorter, boxes, { random, run: 7, from: at * boxes }).entries())
      belt.induct(sorter.id, box, (number * 60_000) / 450)
  return { belt, said: playOut(belt, house) }
}

function playOut(belt: Belt, house: House): Said[] {
  const said: Said[] = []
  const answers = openAgenda<{ ask: Ask; answer: Answer }>()
  const given = new Map<Ask, ReturnType<House>>()
  const listen = (heard: Said[], nowMs: number) => {
    said.push(...heard)
    for (const one of heard) {
      if (one.kind !== 'scan') continue
      const { ask } = one
      if (!given.has(ask)) given.set(ask, house(ask))
      const known = given.get(ask)
      const answer = known && { ...known.answer, decisionId: `${ask.scanner} ${ask.seq}` }
      if (answer) answers.add(nowMs + known.afterMs, { ask, answer })
    }
  }
  for (;;) {
    const nowMs = Math.min(answers.nextAtMs(), belt.nextAtMs())
    if (nowMs > 600_000) return said
    const due = answers.takeUntil(nowMs)
    if (due) {
      const { ask, answer } = due.happening
      listen(belt.hear(ask.scanner, ask.seq, answer, nowMs), nowMs)
    } else listen(belt.advance(nowMs), nowMs)
  }
}

it('sorts every box into a lane that serves it when nothing goes wrong', () => {
  const count = countBelt(run(1).belt)
  expect(count).toMatchObject({
    ...{ boxes: 2 * BOXES, stillOn: 0, wrongLanes: 0, unanswered: 0, contradicted: 0, repeated: 0 },
    late: { forced: 0, unforced: 0 },
    told: { lost: 0, misSorts: 0 },
  })
  expect(count.endings.diverted).toBe(2 * BOXES)
  expect(count.told.diverted).toBe(2 * BOXES)
})

it('scans every 133 ms at 450 boxes a minute, and never two boxes closer than they are long', () => {
  const { said } = run(1)
  const times = said.flatMap((one) => (one.kind === 'scan' && one.ask.scanner === 'S1' ? one.atMs : []))
  const gaps = times.slice(1).map((atMs, at) => atMs - (times[at] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual((1_000 * 0.21) / LINE.speedMetresPerSecond)
  expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(60_000 / 450, 0)
})

it('says the same again for the same seed', () => {
  const words = (seed: number) => JSON.stringify(countBelt(run(seed, USUAL_FAULTS).belt))
  expect(words(3)).toBe(words(3))
  expect(words(3)).not.toBe(words(4))
})

it('lets a box go straight on whose answer comes late, and says that it missed its lane', () => {
  const { belt, said } = run(1, NO_FAULTS, (ask) => {
    const right = RIGHT(ask)
    return right && { ...right, afterMs: ask.deadlineAtMs - ask.scannedAtMs + 1 }
  })
  const { endings, late, told } = countBelt(belt)
  expect(endings).toMatchObject({ diverted: 0, rejected: 0 })
  expect(late.unforced).toBeGreaterThanOrEqual(2 * BOXES)
  expect(told.diverted).toBe(0)
  expect(said.filter(({ kind }) => kind === 'confirmation').length).toBe(told.missed)
})

it('asks again with the same number as long as nobody answers', () => {
  let silent = 3
  const { belt, said } = run(1, NO_FAULTS, (ask) => (silent-- > 0 ? null : RIGHT(ask)))
  const scans = said.flatMap((one) => (one.kind === 'scan' ? one.ask : []))
  expect(scans.length).toBeGreaterThan(new Set(scans).size)
  expect(countBelt(belt)).toMatchObject({ unanswered: 3 })
})

it('tells a lane full before it is, and open when it was emptied', () => {
  const belt = openBelt({ sorters: [LINE], seed: 1, faults: NO_FAULTS, firstSeq: 0, lanesFill: true })
  const boxes = makeBoxes(LINE, 400, { random: seededRandom(1), run: 1, from: 0 })
  for (const [number, box] of boxes.entries()) belt.induct('SORT-1', box, number * 140)
  const told = playOut(belt, RIGHT).flatMap((one) => (one.kind === 'lane' ? one : []))
  expect(told.length).toBeGreaterThan(1)
  for (const { id } of LINE.lanes) {
    const states = told.filter((one) => one.lane === id).map(({ state }) => state)
    expect(states.every((state, at) => state === (at % 2 === 0 ? 'full' : 'open'))).toBe(true)
  }
})

const anyAnswer = fc.option(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 900 }),
    action: fc.constantFrom('divert', 'divert', 'divert', 'reject', 'recirculate', 'pass'),
    lane: fc.nat({ max: 3 }),
  }),
  { freq: 12 },
)

it('accounts for every box once, whatever the house says and whenever', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(anyAnswer, { minLength: 1, maxLength: 50 }), (seed, answers) => {
      let asked = 0
      const { belt, said } = run(
        seed,
        USUAL_FAULTS,
        (ask) => {
          const drawn = answers[asked++ % answers.length]
          // At last they all leave.
          const given = ask.ride.laps > 5 ? { afterMs: 0, action: 'reject' as const, lane: 0 } : drawn
          if (!given) return null
          const { afterMs, action } = given
          const id = ask.ride.sorter.lanes[given.lane]?.id ?? null
          const isDivert = action === 'divert' && id !== ask.ride.sorter.exceptionLane
          const answer = isDivert
            ? { action: 'divert' as const, lane: id, because: 'routed' as const }
            : {
                action: action === 'divert' ? ('reject' as const) : action,
                lane: null,
                because: 'no-lane' as const,
              }
          return { afterMs, answer }
        },
        30,
      )
      const count = countBelt(belt)
      const left = said.flatMap((one) => (one.kind === 'left' ? one.ride : []))
      const told = said.flatMap((one) => (one.kind === 'confirmation' ? one.decisionId : []))
      expect(new Set(left).size).toBe(left.length)
      expect(left.length + count.stillOn).toBe(count.boxes)
      expect(Object.values(count.endings).reduce((sum, some) => sum + some, 0)).toBe(left.length)
      expect(new Set(told).size).toBe(told.length)
      for (const { ending, ask } of left)
        if (ending?.how === 'diverted')
          expect(ask).toMatchObject({ answer: { lane: ending.lane }, verdict: { outcome: 'diverted' } })
      expect(count.contradicted).toBe(0)
    }),
    { numRuns: 30 },
  )
})
