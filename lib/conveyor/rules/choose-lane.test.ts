import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chooseLane, type OpenLane, type SeenBox } from './choose-lane'

const lane = (id: string, more: Partial<OpenLane> = {}): OpenLane => ({
  ...{ id, state: 'open', serves: ['pack'], sentLastMinute: 0, coming: 0, capacity: 10, leavesAt: null },
  ...more,
})
const box = (more: Partial<Extract<SeenBox, { kind: 'known' }>> = {}): SeenBox => ({
  ...{ kind: 'known', key: 'SO-1', destination: 'pack', isCancelled: false, laneOfKey: null, laps: 0 },
  ...more,
})
const ground = (lanes: OpenLane[], more: Partial<Parameters<typeof chooseLane>[1]> = {}) => ({
  ...{ lanes, loop: null, isServedElsewhere: () => false, isLate: false },
  ...more,
})
const loop = { room: 5, mostLaps: 3 }

it('diverts a box into the lane that serves it', () => {
  const lanes = [lane('L1', { serves: ['UPS'] }), lane('L2')]
  expect(chooseLane(box(), ground(lanes))).toEqual({ action: 'divert', lane: 'L2', because: 'routed' })
})

it.each(['no-read', 'unknown-barcode', 'multiple-labels'] as const)(
  'never guesses: %s goes to the exceptions',
  (kind) => {
    expect(chooseLane({ kind }, ground([lane('L1')], { loop }))).toEqual({
      action: 'reject',
      lane: null,
      because: kind,
    })
  },
)

it('rejects what was cancelled, also while its lane is open', () => {
  expect(chooseLane(box({ isCancelled: true }), ground([lane('L1')])).because).toBe('cancelled-order')
})

it('lets pass what another sorter serves, and rejects what none does', () => {
  const elsewhere = ground([lane('L1', { serves: ['UPS'] })], { isServedElsewhere: () => true })
  expect(chooseLane(box(), elsewhere)).toEqual({ action: 'pass', lane: null, because: 'elsewhere' })
  expect(chooseLane(box(), { ...elsewhere, isServedElsewhere: () => false }).because).toBe('no-lane')
})

it('takes an equal lane when the first one is full, closed or busy', () => {
  const first = chooseLane(box(), ground([lane('L1'), lane('L2')])).lane ?? ''
  const other = first === 'L1' ? 'L2' : 'L1'
  for (const trouble of [
    { state: 'full' },
    { state: 'closed' },
    { coming: 10 },
    { mostPerMinute: 3, sentLastMinute: 3 },
  ] as const) {
    const lanes = ['L1', 'L2'].map((id) => lane(id, id === first ? trouble : {}))
    expect(chooseLane(box(), ground(lanes))).toEqual({ action: 'divert', lane: other, because: 'routed' })
  }
})

it.each([
  [{ state: 'full' }, 'lane-full'],
  [{ state: 'closed' }, 'lane-closed'],
  [{ coming: 10 }, 'lane-full'],
  [{ mostPerMinute: 1, sentLastMinute: 1 }, 'lane-busy'],
] as const)(
  'sends a box around while its lane is %j, and to the exceptions when it may not go around',
  (trouble, because) => {
    const lanes = [lane('L1', trouble)]
    expect(chooseLane(box(), ground(lanes, { loop }))).toEqual({ action: 'recirculate', lane: null, because })
    expect(chooseLane(box({ laps: 3 }), ground(lanes, { loop })).action).toBe('reject')
    expect(chooseLane(box(), ground(lanes, { loop: { room: 0, mostLaps: 3 } })).action).toBe('reject')
    expect(chooseLane(box(), ground(lanes)).action).toBe('reject')
  },
)

it('keeps the totes of an order together, or sends them around rather than apart', () => {
  const lanes = [lane('L1', { state: 'full' }), lane('L2'), lane('L3')]
  expect(chooseLane(box({ laneOfKey: 'L1' }), ground(lanes, { loop })).because).toBe('lane-full')
  // A station that is closed takes none of them any more.
  const closed = [lane('L1', { state: 'closed' }), lane('L2')]
  expect(chooseLane(box({ laneOfKey: 'L1' }), ground(closed)).lane).toBe('L2')
})

it('prefers the trailer that leaves next', () => {
  const lanes = [lane('L1', { leavesAt: 200 }), lane('L2', { leavesAt: 100 }), lane('L3', { leavesAt: 200 })]
  fc.assert(fc.property(fc.string(), (key) => chooseLane(box({ key }), ground(lanes)).lane === 'L2'))
})

it('never diverts late, whatever is known of the box', () => {
  const seen = fc.constantFrom(box(), box({ isCancelled: true }), { kind: 'no-read' } as const)
  fc.assert(
    fc.property(seen, fc.option(fc.constant(loop), { nil: null }), (what, around) => {
      const choice = chooseLane(what, ground([lane('L1')], { isLate: true, loop: around }))
      expect(choice).toMatchObject({ lane: null, because: 'too-late' })
      expect(['recirculate', 'reject']).toContain(choice.action)
    }),
  )
})

const anyLane = fc.record({
  id: fc.constantFrom('L1', 'L2', 'L3', 'L4', 'L5'),
  state: fc.constantFrom('open', 'closed', 'full'),
  serves: fc.subarray(['pack', 'UPS', 'DHL']),
  sentLastMinute: fc.nat(5),
  mostPerMinute: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  coming: fc.nat(4),
  capacity: fc.integer({ min: 1, max: 4 }),
  leavesAt: fc.option(fc.nat(3), { nil: null }),
}) as fc.Arbitrary<OpenLane>

it('diverts only into a lane that serves the box and takes it now, and says the same to whoever asks', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyLane, { selector: ({ id }) => id }),
      fc.record({
        key: fc.string(),
        destination: fc.constantFrom('pack', 'UPS', 'DHL', 'nowhere'),
        laps: fc.nat(4),
      }),
      (lanes, about) => {
        const choice = chooseLane(box(about), ground(lanes, { loop }))
        const chosen = lanes.find(({ id }) => id === choice.lane)
        expect(choice.action === 'divert').toBe(chosen !== undefined)
        if (chosen) {
          expect(chosen.serves).toContain(about.destination)
          expect(chosen.state).toBe('open')
          expect(chosen.coming).toBeLessThan(chosen.capacity)
          expect(chosen.sentLastMinute).toBeLessThan(chosen.mostPerMinute ?? Number.POSITIVE_INFINITY)
        }
        expect(chooseLane(box(about), ground([...lanes].reverse(), { loop }))).toEqual(choice)
      },
    ),
  )
})

it('shares boxes over equal lanes, and a lane that closes moves only its own', () => {
  const lanes = ['L1', 'L2', 'L3', 'L4'].map((id) => lane(id, { capacity: 10_000 }))
  const keys = Array.from({ length: 4_000 }, (_, at) => `T${String(at).padStart(6, '0')}`)
  const laneOf = (key: string, among: OpenLane[]) => chooseLane(box({ key }), ground(among)).lane
  const before = keys.map((key) => laneOf(key, lanes))
  for (const { id } of lanes) {
    const share = before.filter((one) => one === id).length
    expect(share).toBeGreaterThan(850)
    expect(share).toBeLessThan(1_150)
  }
  const closed = lanes.map((one) => (one.id === 'L2' ? lane('L2', { state: 'closed' }) : one))
  for (const [at, key] of keys.entries())
    if (before[at] !== 'L2') expect(laneOf(key, closed)).toBe(before[at])
})
