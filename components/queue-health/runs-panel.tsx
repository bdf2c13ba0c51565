'use client'
import { useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { CsvLink } from '@/components/ui/csv-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { RowLink } from '@/components/ui/row-link'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { waitWords } from '@/components/ui/time-words'
import { type RunList, type RunSummary, runListSchema } from '@/inngest/engine/schema'
import { runHref, runSearch, runsPath } from './run-paths'
import { RUN_STATUSES, runStanding, tookMs } from './run-words'

const STATUSES = [
  { id: 'all', text: 'All' },
  { id: 'active', text: RUN_STATUSES.active.text },
  { id: 'failed', text: RUN_STATUSES.failed.text },
  { id: 'completed', text: RUN_STATUSES.completed.text },
  { id: 'cancelled', text: RUN_STATUSES.cancelled.text },
] as const

/** Runs are not announced one by one; the queue they belong to is. */
const CLOCK_MS = 5_000

type Props = { site: string; functionId: string; initial: Initial<RunList> }

/** The runs of a function, newest first. */
export function RunsPanel({ site, functionId, initial }: Props) {
  const [search, setSearch] = useQueryStates(runSearch)
  const runs = useLiveQuery({
    site,
    topic: 'queues',
    path: runsPath(functionId, search),
    schema: runListSchema,
    initial,
    everyMs: CLOCK_MS,
  })
  return (
    <Panel
      title="Runs"
      aside={
        <span className="flex items-center gap-3">
          newest first <CsvLink path={runsPath(functionId, search)} />
        </span>
      }
      flush
    >
      <div className="border-line border-b px-4 py-2">
        <ChoiceBar
          label="Status of the runs"
          options={STATUSES}
          chosen={search.status ?? 'all'}
          onChoose={(id) =>
            void setSearch({ status: id === 'all' ? null : id, cursor: null }, { history: 'push' })
          }
        />
      </div>
      <Answered query={runs} loading={<LoadingRows rows={8} />}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <EmptyState title={search.status ? 'No run fits' : 'It has not run yet'}>
              A run appears here when its event or its hour comes.
            </EmptyState>
          ) : (
            <RowKeys>
              <RunsTable runs={items} />
              <Pager
                isFirst={search.cursor === null}
                nextCursor={nextCursor}
                onGo={(cursor) => void setSearch({ cursor }, { history: 'push' })}
              />
            </RowKeys>
          )
        }
      </Answered>
    </Panel>
  )
}

function RunsTable({ runs }: { runs: readonly RunSummary[] }) {
  return (
    <Table label="Runs">
      <thead>
        <tr>
          <Th isWide>About</Th>
          <Th from="md" align="right">
            Attempts
          </Th>
          <Th align="right">Begun</Th>
          <Th from="md" align="right">
            Took
          </Th>
          <Th align="right">Status</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.id}>
            <RunCells run={run} />
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function RunCells({ run }: { run: RunSummary }) {
  const { text, state } = runStanding(run)
  const took = tookMs(run)
  return (
    <>
      <Td>
        <RowLink href={runHref(run.id)} wraps>
          <span className="font-mono [overflow-wrap:anywhere]">{run.subject ?? run.eventName}</span>
        </RowLink>
        {run.error ? (
          <span className="block max-w-[48rem] font-mono text-failed text-xs [overflow-wrap:anywhere]">
            {run.error.name}: {run.error.message}
          </span>
        ) : null}
      </Td>
      <Td from="md" align="right">
        {run.attempts}
      </Td>
      <Td align="right">
        <span className="text-ink-soft">
          <Time at={run.startedAt ?? run.createdAt} />
        </span>
      </Td>
      <Td from="md" align="right">
        <span className="whitespace-nowrap text-ink-soft">{took === null ? '–' : waitWords(took)}</span>
      </Td>
      <Td align="right">
        <StatePill state={state}>{text}</StatePill>
      </Td>
    </>
  )
}
