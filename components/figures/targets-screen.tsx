'use client'
import { type FormEvent, useState } from 'react'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { TextField } from '@/components/ui/text-field'
import { Time } from '@/components/ui/time'
import { FIGURES } from '@/lib/figures/rules/figures'
import { type FigureId, type TargetList, targetListSchema } from '@/lib/figures/schema'
import { aimWords } from './figure-words'
import { readTarget, typedTarget } from './target-draft'

type Props = { site: string; initial: Initial<TargetList> }
type Target = TargetList['items'][number]

/** What the figures of a site are to be: what is left empty is what is usual. */
export function TargetsScreen({ site, initial }: Props) {
  const query = useLiveQuery({
    ...{ site, topic: 'orders' as const, path: initial.path, schema: targetListSchema, initial },
  })
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <Breadcrumb href="/" list="Today">
        Targets
      </Breadcrumb>
      <PageHeading title="Targets">what tiles and the wall call on target</PageHeading>
      <Answered query={query} loading={<LoadingRows rows={8} />}>
        {({ items }) => <Targets key={items.map(({ changedAt }) => changedAt).join()} {...{ site, items }} />}
      </Answered>
    </div>
  )
}

const ownOf = ({ figure, target, changedBy }: Target) =>
  changedBy === null ? '' : typedTarget(figure, target)

function Targets({ site, items }: { site: string; items: Target[] }) {
  const { change, isPending } = useChange(site, 'orders')
  const [typed, setTyped] = useState(() => new Map(items.map((item) => [item.figure, ownOf(item)])))
  const changed = items.flatMap((item) => {
    const text = typed.get(item.figure) ?? ''
    return text === ownOf(item) ? [] : [{ figure: item.figure, target: readTarget(item.figure, text) }]
  })
  const targets = changed.flatMap(({ figure, target }) => (target === undefined ? [] : [{ figure, target }]))
  const canKeep = changed.length > 0 && targets.length === changed.length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const send = async () => {
      await sendJson('PUT', '/api/targets', targetListSchema, { site, targets })
      return 'Tiles and the wall go by it from now on'
    }
    if (canKeep) void change({ send, failed: 'The targets stay as they were' })
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Panel title="Figures" flush>
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <TargetLine
              key={item.figure}
              item={item}
              typed={typed.get(item.figure) ?? ''}
              onType={(text) => setTyped(new Map(typed).set(item.figure, text))}
            />
          ))}
        </ul>
      </Panel>
      <span>
        <Button look="primary" type="submit" isPending={isPending} isDisabled={!canKeep}>
          {isPending ? 'Keeping…' : 'Keep'}
        </Button>
      </span>
    </form>
  )
}

type LineProps = { item: Target; typed: string; onType: (text: string) => void }

function TargetLine({ item: { figure, usual, changedAt }, typed, onType }: LineProps) {
  const { locale } = useLocale()
  const { name, definition, better } = FIGURES[figure]
  return (
    <li className="grid items-center gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="text-sm">
        <h3 className="font-medium text-ink">{name}</h3>
        <p className="text-ink-soft text-xs">
          {definition} {aimWords(figure, { target: usual, isOwnTarget: false }, locale)}
          {changedAt === null ? null : (
            <>
              {' '}
              Set <Time at={changedAt} />.
            </>
          )}
        </p>
      </div>
      <TextField
        label={`${better === 'more' ? 'At least' : 'At most'}${unitOf(figure)}`}
        aria-label={name}
        value={typed}
        onChange={onType}
        inputMode="decimal"
        isInvalid={readTarget(figure, typed) === undefined}
        problem={FIGURES[figure].unit === 'share' ? 'From 0 to 100.' : 'A number from 0.'}
      />
    </li>
  )
}

function unitOf(figure: FigureId): string {
  const { unit } = FIGURES[figure]
  return unit === 'share' ? ', %' : `, ${unit}`
}
