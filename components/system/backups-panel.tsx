import { Panel } from '@/components/ui/panel'
import { StatePill } from '@/components/ui/state-pill'
import { Time } from '@/components/ui/time'
import type { Backup, System } from '@/lib/system/schema'
import { bytesWords } from './system-words'

type Props = { backups: readonly Backup[]; migrations: System['database']['migrations'] }

/** What could be gone back to, and what the database was last brought to. */
export function BackupsPanel({ backups, migrations: { applied, last, lastAt } }: Props) {
  return (
    <Panel title="Backups and migrations" flush>
      <ul>
        {backups.length === 0 ? (
          <li className="px-4 py-2.5 text-ink-soft text-sm">
            No backup was ever made: should the database be lost, everything is.
          </li>
        ) : null}
        {backups.map((backup) => (
          <BackupLine key={`${backup.kind} ${backup.startedAt}`} backup={backup} />
        ))}
        <li className="border-line border-t px-4 py-2.5 text-sm">
          <span className="font-medium text-ink">{applied} migrations</span>{' '}
          <span className="text-ink-soft">
            {last === null ? 'are applied' : 'are applied, the last is '}
            {last === null ? null : <code className="text-xs [overflow-wrap:anywhere]">{last}</code>}
            {lastAt === null ? null : (
              <>
                , since <Time at={lastAt} as="clock" />
              </>
            )}
          </span>
        </li>
      </ul>
    </Panel>
  )
}

function BackupLine({ backup: { kind, startedAt, finishedAt, bytes, location, error } }: { backup: Backup }) {
  const look =
    error !== null
      ? ({ state: 'failed', text: 'Of no use' } as const)
      : finishedAt === null
        ? ({ state: 'running', text: 'Under way' } as const)
        : ({ state: 'done', text: 'Finished' } as const)
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-line border-t px-4 py-2.5 text-sm first:border-t-0">
      <StatePill state={look.state}>{look.text}</StatePill>
      <span className="font-medium text-ink">{kind}</span>
      <Time at={finishedAt ?? startedAt} as="clock" />
      {bytes === null ? null : <span className="tabular-nums">{bytesWords(bytes)}</span>}
      <span className="basis-full text-ink-soft text-xs [overflow-wrap:anywhere]">{error ?? location}</span>
    </li>
  )
}
