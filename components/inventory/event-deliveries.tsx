import { RowLink } from '@/components/ui/row-link'
import type { State } from '@/components/ui/state'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { EventDelivery } from '@/lib/downstream/schema'
import { webhookHref } from './item-paths'

const STANDING: Record<EventDelivery['state'], { text: string; state: State }> = {
  owed: { text: 'Owed', state: 'waiting' },
  delivered: { text: 'Delivered', state: 'done' },
  dead: { text: 'Given up', state: 'failed' },
}

/** The webhooks that an event went to; each row leads to its webhook. */
export function EventDeliveries({ deliveries }: { deliveries: readonly EventDelivery[] }) {
  if (deliveries.length === 0)
    return <p className="text-ink-soft text-sm">Nobody: no webhook asked for it.</p>
  return (
    <Table label="Whom it went to">
      <thead>
        <tr>
          <Th isWide>Webhook</Th>
          <Th align="right">Attempts</Th>
          <Th align="right">State</Th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map(({ webhook, host, state, attempts, lastStatus, at }, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an endpoint may have been owed one event twice, by a replay
          <Row key={`${webhook} ${number}`}>
            <Td>
              <RowLink href={webhookHref(webhook)}>
                <span className="font-mono">{host}</span>
              </RowLink>
              {lastStatus === null ? null : (
                <span className="block text-ink-soft text-xs">answered {lastStatus}</span>
              )}
            </Td>
            <Td align="right">{attempts}</Td>
            <Td align="right">
              <StatePill state={STANDING[state].state}>{STANDING[state].text}</StatePill>
              <span className="block text-ink-soft text-xs">
                <Time at={at} />
              </span>
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
