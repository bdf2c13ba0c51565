'use client'
import { useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { type MoveAct, refusalId } from '@/components/outbox/act'
import { useOutbox } from '@/components/outbox/use-outbox'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { LoadingRows } from '@/components/ui/skeleton'
import { type MoveTask, moveTasksSchema } from '@/lib/picking/slotting-schema'
import { moveSearch, movesPath } from './move-paths'
import { MoveSteps } from './move-steps'

type Tasks = { items: MoveTask[] }

/** What is to lie elsewhere, on the phone: one after the other, in the order of the bins. */
export function PickMovesScreen({ site, initial }: { site: string; initial: Initial<Tasks> }) {
  const [chosen, choose] = useQueryState('move', moveSearch.move)
  const { outbox, record } = useOutbox()
  const waiting = (record?.acts ?? []).filter((act): act is MoveAct => act.kind === 'move')
  const waits = waiting.length
  const [last, setLast] = useState<MoveAct | null>(null)
  const isRefused = record?.notices.some(({ id }) => last && id === refusalId(last))
  const done = isRefused ? null : last
  const tasks = useLiveQuery({
    site,
    topic: 'picks',
    path: movesPath(site),
    schema: moveTasksSchema,
    initial,
  })
  const { refetch } = tasks
  useEffect(() => {
    // What no longer waits is in the server's list.
    if (waits === 0) void refetch()
  }, [waits, refetch])
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-4">
      <PageHeading title="Moves">so that pickers walk less</PageHeading>
      {done ? (
        <Done act={done} isKept={waiting.some(({ operationId }) => operationId === done.operationId)} />
      ) : null}
      <Answered query={tasks} loading={<LoadingRows rows={5} />}>
        {({ items: all }) => {
          const items = all.filter(
            (one) => ![...waiting, ...(done ? [done] : [])].some((act) => isOf(act, one)),
          )
          const task = items.find(({ id }) => id === chosen)
          if (task)
            return (
              <MoveSteps
                key={`${task.id} ${task.transfer}`}
                site={site}
                task={task}
                onLeave={() => void choose(null)}
                onDone={(act) => {
                  setLast(act)
                  void outbox.act(act)
                  // Of a pair the second item follows by itself.
                  if (task.transfer + 1 === task.transfers) void choose(null)
                }}
              />
            )
          if (items.length === 0)
            return (
              <EmptyState title="Nothing to move">
                Moves that a manager accepts appear here by themselves.
              </EmptyState>
            )
          return (
            <ul className="flex flex-col gap-3">
              {items.map((one) => (
                <li key={one.id}>
                  <TaskButton task={one} onChoose={() => void choose(one.id, { history: 'push' })} />
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
    </div>
  )
}

const isOf = ({ moveId, said }: MoveAct, { id, transfer }: MoveTask): boolean =>
  moveId === id && said.transfer === transfer

function Done({ act, isKept }: { act: MoveAct; isKept: boolean }) {
  return (
    <Notice state={isKept ? 'waiting' : 'done'} title={isKept ? 'Kept on this phone.' : 'Done.'}>
      {act.said.quantity} × {act.name} in {act.said.bin}.
    </Notice>
  )
}

function TaskButton({ task, onChoose }: { task: MoveTask; onChoose: () => void }) {
  const { from, to, free, name, transfer, transfers } = task
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex min-h-20 w-full cursor-pointer flex-col justify-center gap-0.5 rounded-lg border border-line bg-surface px-4 py-3 text-left shadow-panel hover:bg-inset"
    >
      <span className="font-bold font-mono text-ink text-xl tracking-tight">
        {from} <span aria-hidden="true">→</span>
        <span className="sr-only">to</span> {to}
      </span>
      <span className="line-clamp-2 text-ink text-sm">
        {free} × {name}
      </span>
      {transfers > 1 ? (
        <span className="text-ink-soft text-xs">
          {transfer + 1} of {transfers} that belong together
        </span>
      ) : null}
    </button>
  )
}
