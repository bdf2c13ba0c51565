'use client'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { numberFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { Panel } from '@/components/ui/panel'
import { RowLink } from '@/components/ui/row-link'
import { StateMark } from '@/components/ui/state-mark'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import type { DayFigures } from '@/lib/figures/schema'
import { ClockTime } from './clock-time'
import { at, type Where } from './figures-paths'

const SHOWN = 6
const WORDS = {
  late: { text: 'Late', state: 'failed' },
  'at-risk': { text: 'At risk', state: 'late' },
} as const

/** Orders that are late, and those that will be if the hall goes on as it does. */
export function LateOrders({ risk, where }: { risk: DayFigures['risk']; where: Where }) {
  const { locale } = useLocale()
  const pace =
    risk.linesPerHour === null
      ? null
      : numberFormat(locale, { maximumFractionDigits: 0 }).format(risk.linesPerHour)
  const aside = (
    <Link href={at('/picking', where)} className="underline underline-offset-4 hover:text-ink">
      {pace === null ? 'Picking' : `at ${pace} lines/h of the hall`}
    </Link>
  )
  return (
    <Panel
      title={`Late risk: ${risk.late} late, ${risk['at-risk']} at risk, ${risk['on-time']} on time`}
      aside={aside}
      flush
    >
      {risk.orders.length === 0 ? (
        <EmptyState title="Nothing will be late">
          {risk['on-time'] === 0
            ? 'No order waits to be picked or packed.'
            : 'At the present pace every open order is in time.'}
        </EmptyState>
      ) : (
        <RowKeys>
          <Table label="Orders late or at risk">
            <thead>
              <tr>
                <Th>Order</Th>
                <Th>Stands</Th>
                <Th align="right">Due</Th>
                <Th align="right">Ready</Th>
                <Th align="right">Lines left</Th>
              </tr>
            </thead>
            <tbody>
              {risk.orders.slice(0, SHOWN).map(({ orderNumber, lateness, dueAt, readyAt, linesLeft }) => (
                <Row key={orderNumber}>
                  <Td>
                    <RowLink href={at(`/orders/${orderNumber}`, where)}>{orderNumber}</RowLink>
                  </Td>
                  <Td>
                    <span className="flex items-center gap-1 whitespace-nowrap">
                      <StateMark state={WORDS[lateness].state} size={12} />
                      {WORDS[lateness].text}
                    </span>
                  </Td>
                  <Td align="right">
                    <ClockTime at={dueAt} />
                  </Td>
                  <Td align="right">{readyAt === null ? 'not known' : <ClockTime at={readyAt} />}</Td>
                  <Td align="right">{linesLeft === 0 ? 'to pack' : linesLeft}</Td>
                </Row>
              ))}
            </tbody>
          </Table>
        </RowKeys>
      )}
    </Panel>
  )
}
