'use client'
import { RotateCcw } from 'lucide-react'
import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Delivery } from '@/lib/downstream/schema'
import { webhookPath } from './webhook-paths'
import { DELIVERY_STATES } from './webhook-words'

type Props = { site: string; webhookId: string; deliveries: readonly Delivery[] }

export function DeliveriesTable({ site, webhookId, deliveries }: Props) {
  const { change, isPending } = useChange(site, 'queues')
  const retry = ({ id, subject }: Delivery) => {
    const send = async () => {
      await sendJson('POST', `${webhookPath(webhookId)}/deliveries/${id}/retry`, z.unknown())
      return `${subject} is sent again`
    }
    void change({ send, failed: 'It is not sent again' })
  }
  return (
    <Table label="Deliveries">
      <thead>
        <tr>
          <Th isWide>Event</Th>
          <Th from="lg">Last answer</Th>
          <Th from="md" align="right">
            Attempts
          </Th>
          <Th align="right">State</Th>
          <Th align="right">
            <span className="sr-only">Send again</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id}>
            <DeliveryCells delivery={delivery} />
            <Td align="right">
              <Button isPending={isPending} onPress={() => retry(delivery)}>
                <RotateCcw size={14} aria-hidden="true" />
                Retry
                <span className="sr-only"> {delivery.subject}</span>
              </Button>
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function DeliveryCells({ delivery }: { delivery: Delivery }) {
  const { type, subject, state, attempts, lastStatus, lastError, lastMs, deliveredAt, dueAt, createdAt } =
    delivery
  const answer = lastError ?? (lastStatus === null ? 'not asked yet' : `answered ${lastStatus}`)
  return (
    <>
      <Td>
        <span className="block font-mono text-ink [overflow-wrap:anywhere]">{subject}</span>
        <span className="block text-ink-soft text-xs [overflow-wrap:anywhere]">{type}</span>
      </Td>
      <Td from="lg">
        <span className={`font-mono text-xs ${lastError ? 'text-failed' : 'text-ink-soft'}`}>
          {answer}
          {lastMs === null ? '' : ` in ${lastMs} ms`}
        </span>
      </Td>
      <Td from="md" align="right">
        {attempts}
      </Td>
      <Td align="right">
        <StatePill state={DELIVERY_STATES[state].state}>{DELIVERY_STATES[state].text}</StatePill>
        <span className="block text-ink-soft text-xs">
          <Time at={deliveredAt ?? (state === 'owed' ? dueAt : createdAt)} />
        </span>
      </Td>
    </>
  )
}
