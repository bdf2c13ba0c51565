import { RowLink } from '@/components/ui/row-link'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { ListedDecision } from '@/lib/conveyor/figures-schema'
import { boxHref } from './conveyor-paths'
import { ACTIONS, BECAUSE, fateOf, millisWords, OUTCOMES } from './decision-words'

/** Scans with their answers; a row leads to its box. */
export function DecisionsTable({ decisions }: { decisions: readonly ListedDecision[] }) {
  return (
    <Table label="Decisions">
      <thead>
        <tr>
          <Th isWide>Box</Th>
          <Th from="md">Scanner</Th>
          <Th>Answer</Th>
          <Th from="lg" align="right">
            Decided in
          </Th>
          <Th align="right" from="md">
            At
          </Th>
          <Th align="right" from="md">
            Outcome
          </Th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <Row key={decision.decisionId}>
            <Cells decision={decision} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function Cells({ decision }: { decision: ListedDecision }) {
  const { barcode, scanner, sorter, action, lane, because, elapsedMicros, deadlineMs } = decision
  return (
    <>
      <Td>
        {barcode === null ? (
          <span className="whitespace-nowrap text-ink-soft">No label</span>
        ) : (
          <RowLink href={boxHref(barcode)} wraps>
            <span className="font-mono max-md:[overflow-wrap:anywhere] md:whitespace-nowrap">{barcode}</span>
          </RowLink>
        )}
        {decision.orderNumber ? (
          <span className="block font-mono text-ink-soft text-xs">{decision.orderNumber}</span>
        ) : null}
        <span className="block text-ink-soft text-xs md:hidden">
          {scanner}, <Time at={decision.scannedAt} as="clock" />
        </span>
      </Td>
      <Td from="md">
        <span className="whitespace-nowrap">
          {scanner} <span className="text-ink-soft text-xs">{sorter}</span>
        </span>
      </Td>
      <Td>
        <span className="md:whitespace-nowrap">{lane ? `To ${lane}` : ACTIONS[action]}</span>
        <span className="block text-ink-soft text-xs md:whitespace-nowrap">{BECAUSE[because]}</span>
        <span className="mt-1 block md:hidden">
          <Fate decision={decision} />
        </span>
      </Td>
      <Td from="lg" align="right">
        <span className="whitespace-nowrap tabular-nums">
          {millisWords(elapsedMicros)} <span className="text-ink-soft text-xs">of {deadlineMs} ms</span>
        </span>
      </Td>
      <Td align="right" from="md">
        <Time at={decision.scannedAt} as="clock" />
      </Td>
      <Td align="right" from="md">
        <Fate decision={decision} />
      </Td>
    </>
  )
}

/** What became of a box after its scan. */
export function Fate({ decision }: { decision: ListedDecision }) {
  const { outcome, actualLane, misSort } = decision
  const { text, state } = OUTCOMES[fateOf(outcome)]
  if (misSort) return <StatePill state="failed">Mis-sort, in {actualLane}</StatePill>
  return (
    <StatePill state={state}>
      {text}
      {actualLane ? ` in ${actualLane}` : ''}
    </StatePill>
  )
}
