'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { RowLink } from '@/components/ui/row-link'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type Webhook, type WebhookList, webhookListSchema } from '@/lib/downstream/schema'
import { NewWebhookDialog } from './new-webhook-dialog'
import { webhookHref, webhooksPath } from './webhook-paths'
import { standingOf, typesWords } from './webhook-words'

const CLOCK_MS = 5_000

/** Who outside is sent the site's events, and how each of them does. */
export function WebhooksScreen({ site, initial }: { site: string; initial: Initial<WebhookList> }) {
  const [isAdding, setAdding] = useState(false)
  const list = useLiveQuery({
    site,
    topic: 'queues',
    path: webhooksPath(site),
    schema: webhookListSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  const add = (
    <Button look="primary" onPress={() => setAdding(true)}>
      <Plus size={14} aria-hidden="true" />
      Add a webhook
    </Button>
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Webhooks">who outside is sent events</PageHeading>
        {add}
      </div>
      <RowKeys>
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={4} />}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="Nobody yet">
                  A webhook is sent what happens here, signed and until it has taken it: orders, stock,
                  alerts.
                </EmptyState>
              ) : (
                <WebhooksTable webhooks={items} />
              )
            }
          </Answered>
        </Sheet>
      </RowKeys>
      {isAdding ? <NewWebhookDialog site={site} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

function WebhooksTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  return (
    <Table label="Webhooks">
      <thead>
        <tr>
          <Th isWide>Address</Th>
          <Th from="md">Events</Th>
          <Th from="md" align="right">
            Owed
          </Th>
          <Th from="md" align="right">
            Given up
          </Th>
          <Th from="lg" align="right">
            Last taken
          </Th>
          <Th align="right">State</Th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((webhook) => (
          <Row key={webhook.id}>
            <WebhookCells webhook={webhook} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function WebhookCells({ webhook }: { webhook: Webhook }) {
  const { id, url, description, types, owed, dead, lastSuccessAt } = webhook
  const { text, state } = standingOf(webhook)
  return (
    <>
      <Td>
        <RowLink href={webhookHref(id)} wraps>
          <span className="font-mono [overflow-wrap:anywhere]">{url}</span>
        </RowLink>
        {description ? <span className="block text-ink-soft text-xs">{description}</span> : null}
      </Td>
      <Td from="md">{typesWords(types)}</Td>
      <Td from="md" align="right">
        {owed}
      </Td>
      <Td from="md" align="right">
        {dead}
      </Td>
      <Td from="lg" align="right">
        <span className="text-ink-soft">{lastSuccessAt ? <Time at={lastSuccessAt} /> : 'never'}</span>
      </Td>
      <Td align="right">
        <StatePill state={state}>{text}</StatePill>
      </Td>
    </>
  )
}
