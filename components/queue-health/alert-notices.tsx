'use client'
import { Answered } from '@/components/live/answered'
import { useLiveQuery } from '@/components/live/use-live-query'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type AlertPage, alertPageSchema } from '@/lib/queue-health/schema'
import { alertPath } from './alert-paths'
import { NOTICE_EVENTS, NOTICE_STATES } from './alert-words'

/** Words that are owed are sent without another change of the alert. */
const CLOCK_MS = 5_000

/** Who was told of an alert, and what came of it. */
export function AlertNotices({ site, id }: { site: string; id: string }) {
  const alert = useLiveQuery({
    site,
    topic: 'alerts',
    id,
    path: alertPath(id),
    schema: alertPageSchema,
    everyMs: CLOCK_MS,
  })
  return (
    <div className="mt-2 rounded-md border border-line">
      <Answered query={alert} loading={<LoadingRows rows={2} />}>
        {({ notices }) =>
          notices.length === 0 ? (
            <p className="px-4 py-3 text-ink-soft text-sm">
              Nobody was sent a word: no target of this site wants to hear of it. It shows on the screens
              only.
            </p>
          ) : (
            <NoticesTable notices={notices} />
          )
        }
      </Answered>
    </div>
  )
}

function NoticesTable({ notices }: Pick<AlertPage, 'notices'>) {
  return (
    <Table label="Who was told">
      <thead>
        <tr>
          <Th isWide>To</Th>
          <Th from="md">That it</Th>
          <Th from="md" align="right">
            Attempts
          </Th>
          <Th align="right">Told</Th>
        </tr>
      </thead>
      <tbody>
        {notices.map(({ event, address, state, attempts, sentAt, lastError }) => {
          const words = NOTICE_STATES[state]
          return (
            <tr key={`${event} ${address}`} className="border-line border-t">
              <Td>
                <span className="[overflow-wrap:anywhere]">{address}</span>
                <span className="block text-ink-soft text-xs md:hidden">{NOTICE_EVENTS[event]}</span>
                {lastError && state !== 'sent' ? (
                  <span className="block font-mono text-failed text-xs [overflow-wrap:anywhere]">
                    {lastError}
                  </span>
                ) : null}
              </Td>
              <Td from="md">
                <span className="whitespace-nowrap">{NOTICE_EVENTS[event]}</span>
              </Td>
              <Td from="md" align="right">
                {attempts}
              </Td>
              <Td align="right">
                <StatePill state={words.state}>{words.text}</StatePill>
                {sentAt ? (
                  <span className="block text-ink-soft text-xs">
                    <Time at={sentAt} as="clock" />
                  </span>
                ) : null}
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
