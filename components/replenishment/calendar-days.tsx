import { EmptyState } from '@/components/ui/empty-state'
import { useLocale } from '@/components/ui/locale'
import { Panel } from '@/components/ui/panel'
import { RowButton } from '@/components/ui/row-button'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { CalendarPage } from '@/lib/replenishment/schema'
import { DAY_KINDS, effectWords } from './calendar-words'
import { dayWords } from './reorder-words'

type Props = { today: string; calendar: CalendarPage; onOpen: (day: string) => void }

/** The special days to come, with what the forecast makes of each. */
export function CalendarDays({ today, calendar: { items, effects }, onOpen }: Props) {
  const { locale } = useLocale()
  const coming = items.filter(({ day }) => day >= today)
  return (
    <Panel title="To come" flush>
      {coming.length === 0 ? (
        <EmptyState title="Only ordinary days">
          Until a day is named here, it is expected to be like the others of its weekday.
        </EmptyState>
      ) : (
        <Table label="Days to come">
          <thead>
            <tr>
              <Th>Day</Th>
              <Th>Kind</Th>
              <Th from="md" isWide>
                What the forecast makes of it
              </Th>
            </tr>
          </thead>
          <tbody>
            {coming.map(({ day, kind, name }) => (
              <Row key={day}>
                <Td>
                  <RowButton onPress={() => onOpen(day)}>{dayWords(day, locale)}</RowButton>
                  <span className="block text-ink-soft text-xs">{name}</span>
                  <span className="block text-ink-soft text-xs md:hidden">{effectWords(kind, effects)}</span>
                </Td>
                <Td>{kind ? DAY_KINDS[kind].text : ''}</Td>
                <Td from="md">{effectWords(kind, effects)}</Td>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
