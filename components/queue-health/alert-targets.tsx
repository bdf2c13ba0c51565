'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import type { AlertTarget } from '@/lib/queue-health/schema'
import { type AlertTargetList, alertTargetListSchema, alertTargetsPath } from './alert-paths'
import { NewTargetDialog } from './new-target-dialog'
import { TargetActions } from './target-actions'

/** Whom the site's alerts are sent to, beside its screens. */
export function AlertTargets({ site, initial }: { site: string; initial: Initial<AlertTargetList> }) {
  const [isAdding, setAdding] = useState(false)
  const targets = useLiveQuery({
    site,
    topic: 'alerts',
    path: alertTargetsPath(site),
    schema: alertTargetListSchema,
    initial,
  })
  return (
    <Panel title="Who is told" aside="beside these screens" flush>
      <Answered query={targets} loading={<LoadingRows rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nobody yet">
              Alerts show on these screens only. Add an e-mail address or a webhook, so that somebody hears of
              them at night.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((target) => (
                <Target key={target.id} target={target} />
              ))}
            </ul>
          )
        }
      </Answered>
      <div className="border-line border-t px-4 py-3">
        <Button onPress={() => setAdding(true)}>
          <Plus size={14} aria-hidden="true" />
          Add somebody
        </Button>
      </div>
      {isAdding ? <NewTargetDialog site={site} onClose={() => setAdding(false)} /> : null}
    </Panel>
  )
}

function Target({ target }: { target: AlertTarget }) {
  const kind =
    target.kind === 'email'
      ? 'E-mail'
      : target.format === 'slack'
        ? 'Webhook, Slack-shaped'
        : 'Webhook, signed'
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className="text-ink text-sm [overflow-wrap:anywhere]">{target.address}</p>
      <p className="text-ink-soft text-xs">
        {kind}; {target.minSeverity === 'critical' ? 'critical alerts only' : 'warnings and critical alerts'}
      </p>
      <TargetActions target={target} />
    </li>
  )
}
