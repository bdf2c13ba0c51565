'use client'
import { useQueryState } from 'nuqs'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import type { Outline } from '@/lib/floor/schema'
import {
  type MoveState,
  moveDecisionSchema,
  moveStateSchema,
  type SlottingAdvice,
  slottingAdviceSchema,
} from '@/lib/picking/slotting-schema'
import { AdviceDrawing } from './advice-drawing'
import { AdviceFigures, Day } from './advice-figures'
import {
  type AdviceAnswer,
  adviceAnswerSchema,
  adviceMovePath,
  advicePath,
  adviceSearch,
} from './advice-paths'
import { AdviceSpread } from './advice-spread'
import { AdviceTable } from './advice-table'

type Props = { site: string; outline: Outline | null; initial: Initial<AdviceAnswer> }

/** Which items would better lie elsewhere, and what pickers would have walked less for it. */
export function AdviceScreen({ site, outline, initial }: Props) {
  const { change, isPending } = useChange(site, 'picks')
  const path = advicePath(site)
  const query = useLiveQuery({ site, topic: 'picks', path, schema: adviceAnswerSchema, initial })
  const day = query.data?.advice?.day
  const compute = () => {
    const send = async () => {
      const { moves, orders } = await sendJson('POST', path, slottingAdviceSchema)
      const open = moves.filter(({ state }) => state === 'proposed').length
      return orders === 0 ? 'No orders to replay' : `${open} moves would be worth their walk`
    }
    void change({ send, failed: 'Nothing was computed' })
  }
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Slotting advice">
          {day ? (
            <>
              the orders of <Day day={day} />, walked again
            </>
          ) : (
            'a day’s orders, walked again'
          )}
        </PageHeading>
        <Button look="primary" isPending={isPending} onPress={compute}>
          {isPending ? 'Computing…' : 'Compute now'}
        </Button>
      </div>
      {isPending ? <Progress /> : null}
      <Answered query={query} loading={<LoadingRows rows={8} />}>
        {({ advice }) => <Advice site={site} outline={outline} advice={advice} />}
      </Answered>
    </div>
  )
}

const Progress = () => (
  <Notice state="running" title="Yesterday’s orders are walked again,">
    before and after every move that may help. At most 20 seconds.
    <span role="progressbar" aria-label="Computing" className="mt-2 block h-1 rounded-sm bg-line">
      <span className="block h-1 w-1/3 animate-breathe rounded-sm bg-running" />
    </span>
  </Notice>
)

const STATES: Record<MoveState, { text: string; none: string }> = {
  proposed: { text: 'Proposed', none: 'No move would bring in the walk that it takes.' },
  accepted: { text: 'On the floor', none: 'What you accept is shown to pickers under Moves.' },
  done: { text: 'Done', none: 'Nobody has made a move yet.' },
  dismissed: { text: 'Dismissed', none: 'What you dismiss does not come back for a week.' },
}
const ORDER = ['proposed', 'accepted', 'done', 'dismissed'] as const

type AdviceProps = { site: string; outline: Outline | null; advice: SlottingAdvice | null }

function Advice({ site, outline, advice }: AdviceProps) {
  const { change, isPending } = useChange(site, 'picks')
  const [state, setState] = useQueryState('state', adviceSearch.state)
  const [pointed, point] = useState<string | null>(null)
  if (!advice)
    return (
      <EmptyState title="No advice yet">
        It is computed every night from the day’s orders, or now if you ask for it.
      </EmptyState>
    )
  if (advice.orders === 0)
    return (
      <EmptyState title="No orders that day">
        Without picks there is nothing to walk again. The next night has today’s orders.
      </EmptyState>
    )
  const moves = advice.moves.filter((move) => move.state === state)
  const options = ORDER.map((id) => {
    const count = advice.moves.filter((move) => move.state === id).length
    return { id: moveStateSchema.parse(id), text: `${STATES[id].text} ${count}` }
  })
  const decide = (id: string, next: 'accepted' | 'dismissed') =>
    void change({
      send: async () => {
        await sendJson('POST', adviceMovePath(site, id), moveDecisionSchema, { state: next })
        return next === 'accepted' ? 'Pickers find it under Moves' : 'It stays where it is'
      },
      failed: 'It was not decided',
    })
  return (
    <>
      <AdviceFigures advice={advice} />
      {advice.isComplete ? null : (
        <Notice state="waiting" title="There may be more.">
          The time was over before every move was looked at.
        </Notice>
      )}
      <ChoiceBar label="State" options={options} chosen={state} onChoose={(next) => void setState(next)} />
      <div className="grid items-start gap-4 md:gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Panel title="Moves, the best first" flush>
          {moves.length === 0 ? (
            <EmptyState title={`${STATES[state].text}: none`}>{STATES[state].none}</EmptyState>
          ) : (
            <AdviceTable
              moves={moves}
              pointed={pointed}
              isPending={isPending}
              onPoint={point}
              onDecide={decide}
            />
          )}
        </Panel>
        {outline ? <AdviceDrawing outline={outline} moves={moves} pointed={pointed} /> : null}
      </div>
      <AdviceSpread spread={advice.spread} />
    </>
  )
}
