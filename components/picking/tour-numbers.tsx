'use client'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Count } from '@/components/ui/count'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatStrip, StatTile } from '@/components/ui/stat-tile'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { type PickNumbers, pickNumbersSchema } from '@/lib/picking/schema'
import { pickNumbersPath } from './tour-paths'
import { metresALineWords, metresWords, percentWords, rateWords } from './tour-words'

/** Hours go on by themselves, also while nobody picks. */
const LOOK_AGAIN_MS = 30_000

type Props = { site: string; initial: Initial<PickNumbers> }

function useNumbers({ site, initial }: Props) {
  const path = pickNumbersPath(site)
  const asked = { site, topic: 'picks', path, schema: pickNumbersSchema, initial } as const
  return useLiveQuery({ ...asked, everyMs: LOOK_AGAIN_MS })
}

/** How picking goes today. */
export function TourNumbers(props: Props) {
  return (
    <Answered query={useNumbers(props)} loading={<LoadingRows rows={4} />}>
      {(today) => <Figures today={today} />}
    </Answered>
  )
}

/** The same by picker, for those who may see it. */
export function TourNumbersByPicker(props: Props) {
  const { data } = useNumbers(props)
  return data?.byPicker && data.byPicker.length > 0 ? <ByPicker rows={data.byPicker} /> : null
}

function Figures({ today }: { today: PickNumbers }) {
  return (
    <StatStrip label="Picking today">
      <StatTile
        label="Waiting lists"
        state={today.lateLists > 0 ? 'late' : undefined}
        note={today.lateLists > 0 ? `${today.lateLists} late` : 'none late'}
      >
        <Count value={today.waitingLists} />
      </StatTile>
      <StatTile label="Lines an hour" note={`${rateWords(today.unitsPerHour)} units an hour`}>
        {rateWords(today.linesPerHour)}
      </StatTile>
      <StatTile label="Walk a line" note={`${metresWords(today.savedMetres)} saved today`}>
        {metresALineWords(today.walkMetresPerLine, null)}
      </StatTile>
      <StatTile label="Accuracy" note="of confirmations right at once">
        {percentWords(today.accuracy)}
      </StatTile>
      <StatTile label="Short picks" note={`in ${today.lines} lines`}>
        <Count value={today.shorts} />
      </StatTile>
    </StatStrip>
  )
}

function ByPicker({ rows }: { rows: NonNullable<PickNumbers['byPicker']> }) {
  return (
    <Panel title="Pickers today" flush>
      <Table label="Pickers today">
        <thead>
          <tr>
            <Th isWide>Picker</Th>
            <Th align="right">Lines</Th>
            <Th align="right">Lines/h</Th>
            <Th from="md" align="right">
              Units/h
            </Th>
            <Th from="lg" align="right">
              Walk a line
            </Th>
            <Th from="md" align="right">
              Accuracy
            </Th>
            <Th align="right">Shorts</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.picker.id}>
              <Td>
                <span className="block max-w-56 truncate">{row.picker.name}</span>
              </Td>
              <Td align="right">
                <Count value={row.lines} />
              </Td>
              <Td align="right">{rateWords(row.linesPerHour)}</Td>
              <Td from="md" align="right">
                {rateWords(row.unitsPerHour)}
              </Td>
              <Td from="lg" align="right">
                <span className="whitespace-nowrap">
                  {metresALineWords(row.walkMetresPerLine, row.baselineMetresPerLine)}
                </span>
              </Td>
              <Td from="md" align="right">
                {percentWords(row.accuracy)}
              </Td>
              <Td align="right">
                <Count value={row.shorts} />
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
