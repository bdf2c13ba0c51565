'use client'
import Link from 'next/link'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import { type DeadLetterPage, deadLetterPageSchema } from '@/lib/queue-health/schema'
import { deadLetterPath } from './dead-letter-paths'
import { DeadLetterPayload } from './dead-letter-payload'
import { DEAD_LETTER_KINDS, DEAD_LETTER_STATES, subjectHref } from './dead-letter-words'
import { LetterActions } from './letter-actions'
import { LetterHistory } from './letter-history'
import { queueHref } from './queue-paths'
import { queueName } from './queue-words'

const CLOCK_MS = 5_000

/** One dead letter: what died, of what, how often it was tried, and doing it after all. */
export function DeadLetterScreen({ site, initial }: { site: string; initial: Initial<DeadLetterPage> }) {
  const { id, subject } = initial.answer
  const letter = useLiveQuery({
    site,
    topic: 'queues',
    path: deadLetterPath(id),
    schema: deadLetterPageSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  return (
    <div className="flex flex-col gap-4">
      <Breadcrumb href="/dead-letters" list="Dead letters">
        <span className="font-mono">{subject}</span>
      </Breadcrumb>
      <Answered query={letter} loading={<LoadingRows rows={8} />}>
        {(page) => (
          <>
            <LetterHead site={site} letter={page} />
            <div className="grid gap-4 md:gap-5 xl:grid-cols-[minmax(0,1fr)_26rem] xl:items-start">
              <DeadLetterPayload site={site} letter={page} />
              <Panel title="History" aside="oldest first">
                <LetterHistory history={page.history} />
              </Panel>
            </div>
          </>
        )}
      </Answered>
    </div>
  )
}

function LetterHead({ site, letter }: { site: string; letter: DeadLetterPage }) {
  const { text, state } = DEAD_LETTER_STATES[letter.state]
  const about = subjectHref(letter)
  const subject = <span className="font-mono [overflow-wrap:anywhere]">{letter.subject}</span>
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PageHeading
            title={
              about ? (
                <Link href={about} className="underline underline-offset-4">
                  {subject}
                </Link>
              ) : (
                subject
              )
            }
          />
          <StatePill state={state}>{text}</StatePill>
          <span className="text-ink-soft text-sm">
            {DEAD_LETTER_KINDS[letter.kind]},{' '}
            <Link href={queueHref(letter.queue)} className="underline underline-offset-4 hover:text-ink">
              {queueName(letter.queue)}
            </Link>
            ; {letter.attempts} {letter.attempts === 1 ? 'attempt' : 'attempts'}
            {letter.replays > 0
              ? `, replayed ${letter.replays} ${letter.replays === 1 ? 'time' : 'times'}`
              : ''}
            ; given up <Time at={letter.createdAt} />
          </span>
        </div>
        {letter.state === 'dead' ? <LetterActions site={site} letter={letter} /> : null}
      </div>
      <Notice state={letter.state === 'dead' ? 'failed' : 'stopped'} title="It failed with:">
        <span className="font-mono text-xs [overflow-wrap:anywhere]">{letter.error}</span>
      </Notice>
    </>
  )
}
