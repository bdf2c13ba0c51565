'use client'
import Link from 'next/link'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { LoadingRows } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { durationWords } from '@/components/ui/time-words'
import { type System, systemSchema } from '@/lib/system/schema'
import { BackupsPanel } from './backups-panel'
import { PartsPanel } from './parts-panel'
import { ProcessesPanel } from './processes-panel'
import { SizesPanel } from './sizes-panel'
import { KINDS, STANDINGS, SYSTEM_PATH } from './system-words'

/** Processes give a sign every 5 s. */
const AGAIN_MS = 5_000

/** The house itself in one look: what is broken first, then every part, process and size. */
export function SystemScreen({ site, initial }: { site: string; initial: Initial<System> }) {
  const query = { topic: 'queues' as const, gapMs: AGAIN_MS, everyMs: AGAIN_MS, schema: systemSchema }
  const system = useLiveQuery({ site, path: SYSTEM_PATH, initial, ...query })
  const version = system.data && `version ${system.data.version}${commitWords(system.data.commit)}`
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <PageHeading title="System">
        {version},{' '}
        <Link href="/docs/runbooks" className="underline underline-offset-4 hover:text-ink">
          runbooks
        </Link>
      </PageHeading>
      <Answered query={system} loading={<LoadingRows rows={8} />}>
        {(answer) => (
          <>
            <Verdict system={answer} />
            <div className="grid gap-4 md:gap-5 xl:grid-cols-2">
              <PartsPanel parts={answer.parts} />
              <BackupsPanel backups={answer.backups} migrations={answer.database.migrations} />
            </div>
            <ProcessesPanel processes={answer.processes} />
            <SizesPanel database={answer.database} />
          </>
        )}
      </Answered>
    </div>
  )
}

const commitWords = (commit: string | null): string => (commit === null ? '' : ` (${commit})`)

/** The worst of it in one line, and everything that is not well by its name. */
function Verdict({ system: { standing, parts, processes, lag, readAt } }: { system: System }) {
  const { state, house } = STANDINGS[standing]
  const wrong = [
    ...parts.map(({ part, ...rest }) => ({ name: part, ...rest })),
    ...processes.map(({ kind, host, ...rest }) => ({ name: `${KINDS[kind] ?? kind} at ${host}`, ...rest })),
  ].filter((one) => one.standing !== 'ok')
  const { oldestOwed } = lag
  return (
    <Notice
      state={state}
      title={wrong.length === 0 ? house : `${house}:`}
      role={standing === 'failed' ? 'alert' : 'status'}
      action={
        <span className="text-ink-soft text-xs">
          as of <Time at={readAt} as="clock" />
        </span>
      }
    >
      {wrong.map(({ name, says }) => `${name}: ${says}`).join('. ')}
      {wrong.length > 0 ? '. ' : ''}
      {oldestOwed === null ? (
        'No deferred work waits.'
      ) : (
        <>
          The oldest deferred work waits in{' '}
          <Link href={`/queues/${oldestOwed.queue}`} className="underline underline-offset-4">
            {oldestOwed.queue}
          </Link>{' '}
          for {durationWords(oldestOwed.seconds)}.
        </>
      )}
    </Notice>
  )
}
