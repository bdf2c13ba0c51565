'use client'
import { Button } from '@/components/ui/button'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { BeltSeries } from '@/lib/conveyor/figures-schema'
import type { Lane, Sorter } from '@/lib/conveyor/topology-schema'
import type { BeltStore } from './belt-store'
import { type DecisionSearch, decisionsHref } from './conveyor-paths'
import { LANE_STATES } from './decision-words'
import { LaneMark } from './lane-mark'
import { TallyLink } from './tally-link'
import { useLane } from './use-belt-now'
import type { SwitchLane } from './use-lane-switch'

type Props = {
  sorters: readonly Sorter[]
  store: BeltStore
  /** Undefined while it is on its way. */
  series: BeltSeries | undefined
  onSwitch: SwitchLane
}

/** Every lane: how it stands, what comes to it, what became of what was sent there. */
export function LaneTable({ sorters, series, ...rest }: Props) {
  return (
    <Table label="Lanes">
      <thead>
        <tr>
          <Th isWide>Lane</Th>
          <Th>State</Th>
          <Th align="right" from="md">
            Coming
          </Th>
          <Th align="right">Decisions</Th>
          <Th align="right" from="md">
            Arrived
          </Th>
          <Th align="right" from="md">
            Missed
          </Th>
          <Th align="right" from="md">
            Mis-sorts
          </Th>
          <Th align="right">
            <span className="sr-only">Close or open</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {sorters.flatMap((sorter) =>
          sorter.lanes.map((lane, place) => (
            <LaneRow
              key={lane.id}
              {...{ sorter, lane, ...rest }}
              place={lane.id === sorter.exceptionLane ? null : place}
              series={series}
            />
          )),
        )}
      </tbody>
    </Table>
  )
}

type RowProps = Omit<Props, 'sorters'> & { sorter: Sorter; lane: Lane; place: number | null }

function LaneRow({ sorter, lane, place, store, series, onSwitch }: RowProps) {
  const { state, coming } = useLane(store, lane.id)
  const tallies = series?.lanes.find((one) => one.lane === lane.id && one.sorter === sorter.id)
  const listed = (search: Partial<DecisionSearch>) =>
    decisionsHref({ sorter: sorter.id, lane: lane.id, from: series?.from, to: series?.to, ...search })
  return (
    <Row>
      <Td>
        <span className="flex items-center gap-2">
          <LaneMark place={place} />
          <span className="font-medium text-ink">{lane.id}</span>
          <span className="min-w-0 text-ink-soft">{lane.name}</span>
        </span>
      </Td>
      <Td>
        <StatePill state={LANE_STATES[state].state}>{LANE_STATES[state].text}</StatePill>
      </Td>
      <Td align="right" from="md">
        <span className="whitespace-nowrap tabular-nums">
          {coming} of {lane.capacity}
        </span>
      </Td>
      <Td align="right">
        <TallyLink value={tallies?.scans ?? 0} about={`sent to ${lane.id}`} href={listed({})} />
      </Td>
      <Td align="right" from="md">
        <TallyLink
          value={tallies?.arrived ?? 0}
          about={`arrived at ${lane.id}`}
          href={listed({ outcome: 'diverted' })}
        />
      </Td>
      <Td align="right" from="md">
        <TallyLink
          value={tallies?.missed ?? 0}
          about={`missed ${lane.id}`}
          href={listed({ outcome: 'missed' })}
        />
      </Td>
      <Td align="right" from="md">
        <TallyLink
          value={tallies?.misSorts ?? 0}
          about={`mis-sorts of ${lane.id}`}
          href={listed({ misSort: true })}
        />
      </Td>
      <Td align="right">
        <Button onPress={() => onSwitch({ id: lane.id, state })}>
          {state === 'closed' ? 'Open' : 'Close'}
          <span className="sr-only"> {lane.id}</span>
        </Button>
      </Td>
    </Row>
  )
}
