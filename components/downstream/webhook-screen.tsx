'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { RowKeys } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type DeliveryList, deliveryListSchema, type Webhook, webhookSchema } from '@/lib/downstream/schema'
import { DeliveriesTable } from './deliveries-table'
import { WebhookActions } from './webhook-actions'
import { deliveriesPath, deliverySearch, webhookPath } from './webhook-paths'
import { DELIVERY_STATES, standingOf, typesWords } from './webhook-words'

const CLOCK_MS = 3_000
const STATES = [
  { id: 'all', text: 'All' },
  { id: 'owed', text: DELIVERY_STATES.owed.text },
  { id: 'delivered', text: DELIVERY_STATES.delivered.text },
  { id: 'dead', text: DELIVERY_STATES.dead.text },
] as const

type Props = { site: string; initial: Initial<Webhook>; initialDeliveries: Initial<DeliveryList> }

/** One webhook: how it does, what it was sent and is owed. */
export function WebhookScreen({ site, initial, initialDeliveries }: Props) {
  const { id, url } = initial.answer
  const live = { site, topic: 'queues', everyMs: CLOCK_MS } as const
  const webhook = useLiveQuery({ ...live, path: webhookPath(id), schema: webhookSchema, initial })
  const [search, setSearch] = useQueryStates(deliverySearch)
  const deliveries = useLiveQuery({
    ...live,
    path: deliveriesPath(id, search),
    schema: deliveryListSchema,
    initial: initialDeliveries,
  })
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumb href="/settings/webhooks" list="Webhooks">
        <span className="font-mono">{url}</span>
      </Breadcrumb>
      <Answered query={webhook} loading={<LoadingRows rows={3} />}>
        {(answer) => <WebhookHead site={site} webhook={answer} />}
      </Answered>
      <RowKeys>
        <div className="flex flex-wrap items-center gap-x-4">
          <ChoiceBar
            label="State"
            options={STATES}
            chosen={search.state ?? 'all'}
            onChoose={(state) =>
              void setSearch({ state: state === 'all' ? null : state, cursor: null }, { history: 'push' })
            }
          />
          <CsvLink path={deliveriesPath(id, search)} />
        </div>
        <Sheet>
          <Answered query={deliveries} loading={<LoadingRows rows={8} />}>
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <EmptyState title="No delivery fits">What it is sent is listed here for 30 days.</EmptyState>
              ) : (
                <div>
                  <DeliveriesTable site={site} webhookId={id} deliveries={items} />
                  <Pager
                    isFirst={search.cursor === null}
                    nextCursor={nextCursor}
                    onGo={(cursor) => void setSearch({ cursor }, { history: 'push', scroll: true })}
                  />
                </div>
              )
            }
          </Answered>
        </Sheet>
      </RowKeys>
    </div>
  )
}

function WebhookHead({ site, webhook }: { site: string; webhook: Webhook }) {
  const { text, state } = standingOf(webhook)
  const { url, types, description, owed, dead, lastError, failingSince, previousSecretUntil, replays } =
    webhook
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PageHeading title={<span className="font-mono [overflow-wrap:anywhere]">{url}</span>} />
        <StatePill state={state}>{text}</StatePill>
        <span className="text-ink-soft text-sm">
          {description ? `${description}; ` : ''}
          {typesWords(types)}; {owed} owed, {dead} given up
          {replays > 0 ? '; a replay is under way' : ''}
          {previousSecretUntil ? (
            <>
              ; the old secret signs too until <Time at={previousSecretUntil} />
            </>
          ) : null}
        </span>
      </div>
      <WebhookActions site={site} webhook={webhook} />
      {failingSince && lastError ? (
        <Notice state={webhook.state === 'disabled' ? 'failed' : 'late'} title="It fails:">
          <span className="font-mono text-xs [overflow-wrap:anywhere]">{lastError}</span>, since{' '}
          <Time at={failingSince} />
        </Notice>
      ) : null}
    </>
  )
}
