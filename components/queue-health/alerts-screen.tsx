'use client'
import { useQueryStates } from 'nuqs'
import type { ReactNode } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import type { AlertState } from '@/lib/queue-health/schema'
import { AlertLine } from './alert-line'
import { type AlertList, alertListSchema, alertSearch, alertsPath } from './alert-paths'
import { ALERT_STATES, sortAlerts } from './alert-words'

const STATES = [
  { id: 'unresolved', text: 'Not resolved' },
  { id: 'open', text: ALERT_STATES.open },
  { id: 'acknowledged', text: ALERT_STATES.acknowledged },
  { id: 'resolved', text: ALERT_STATES.resolved },
] as const

/** `children` is who is told of them. */
type Props = { site: string; initial: Initial<AlertList>; children: ReactNode }

/** What a person should know of, the most pressing first. */
export function AlertsScreen({ site, initial, children }: Props) {
  const [search, setSearch] = useQueryStates(alertSearch)
  const list = useLiveQuery({
    site,
    topic: 'alerts',
    path: alertsPath(site, search),
    schema: alertListSchema,
    initial,
  })
  const show = (state: AlertState | null) => void setSearch({ state, cursor: null }, { history: 'push' })
  return (
    <div className="flex flex-col gap-4">
      <PageHeading title="Alerts" hasFilters>
        open ones first
      </PageHeading>
      <div className="flex flex-wrap items-center gap-x-4">
        <ChoiceBar
          label="State"
          options={STATES}
          chosen={search.state ?? 'unresolved'}
          onChoose={(id) => show(id === 'unresolved' ? null : id)}
        />
        <CsvLink path={alertsPath(site, search)} />
      </div>
      <div className="grid gap-4 md:gap-5 xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start">
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={6} />}>
            {({ items, nextCursor }) =>
              items.length === 0 ? (
                <NoAlerts state={search.state} onShow={show} />
              ) : (
                <div>
                  <ul aria-label="Alerts" className="divide-y divide-line">
                    {sortAlerts(items).map((alert) => (
                      <AlertLine key={alert.id} alert={alert} />
                    ))}
                  </ul>
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
        {children}
      </div>
    </div>
  )
}

type NoProps = { state: AlertState | null; onShow: (state: AlertState | null) => void }

function NoAlerts({ state, onShow }: NoProps) {
  if (state === null)
    return (
      <EmptyState
        title="Nothing asks for you"
        action={<Button onPress={() => onShow('resolved')}>Show what was resolved</Button>}
      >
        An alert opens here by itself when something that is owed is late or given up.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No alert fits"
      action={<Button onPress={() => onShow(null)}>Show all that are not resolved</Button>}
    >
      No alert of this site is {ALERT_STATES[state].toLowerCase()}.
    </EmptyState>
  )
}
