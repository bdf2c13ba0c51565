'use client'
import { useEffect, useState } from 'react'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import type { CountAct } from '@/components/outbox/act'
import { useOutbox } from '@/components/outbox/use-outbox'
import { BigButton } from '@/components/ui/big-button'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { LoadingRows } from '@/components/ui/skeleton'
import { type StockCountPage, stockCountPageSchema } from '@/lib/inventory/schema'
import { countPath } from './count-paths'
import type { CountStop } from './count-stops'
import { CountWalk } from './count-walk'
import { countWords } from './count-words'
import { CountedLines } from './counted-lines'

type Props = {
  site: string
  /** Where the count leads, and nothing of what the book has there. */
  stops: CountStop[]
  initial: Initial<StockCountPage>
}

/** A count on the phone: bin after bin, blind, with or without a network. */
export function PickCountScreen({ site, stops, initial }: Props) {
  const { id } = initial.answer
  const query = useLiveQuery({
    site,
    topic: 'picks',
    path: countPath(id),
    schema: stockCountPageSchema,
    initial,
  })
  const { refetch } = query
  const { outbox, record } = useOutbox()
  const mine = (record?.acts ?? []).filter(
    (act): act is CountAct => act.kind === 'count-line' && act.countId === id,
  )
  const waits = mine.length
  useEffect(() => {
    // What no longer waits is on the server's page.
    if (waits === 0) void refetch()
  }, [waits, refetch])
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-4">
      <Breadcrumb href="/pick/counts" list="Counts">
        {countWords(initial.answer)}
      </Breadcrumb>
      <Answered query={query} loading={<LoadingRows rows={6} />}>
        {(count) =>
          count.state === 'open' ? (
            <>
              <CountWalk
                site={site}
                count={count}
                stops={stops}
                waiting={mine}
                onCount={(act) => void outbox.act(act)}
              />
              <CountedLines count={count} waiting={mine} />
              <Finish site={site} count={count} waits={waits} onFinished={() => void refetch()} />
            </>
          ) : (
            <Over count={count} />
          )
        }
      </Answered>
    </div>
  )
}

type FinishProps = { site: string; count: StockCountPage; waits: number; onFinished: () => void }

function Finish({ site, count, waits, onFinished }: FinishProps) {
  const { change, isPending } = useChange(site, 'picks')
  const [isAsking, setAsking] = useState(false)
  const isWholeBin = count.sku === null
  const finish = async () => {
    const send = async () => {
      await sendJson('POST', `${countPath(count.id)}/finish`, stockCountPageSchema)
      return 'The count is finished'
    }
    if (await change({ send, failed: 'The count is not finished' })) onFinished()
    setAsking(false)
  }
  return (
    <>
      <BigButton
        look="outline"
        isDisabled={waits > 0 || count.items.length === 0}
        isPending={isPending}
        onPress={() => setAsking(true)}
      >
        {waits > 0 ? 'Waits until every line is sent' : 'Finish the count'}
      </BigButton>
      <Dialog title="Finish the count?" role="alertdialog" isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-base text-ink">
          {isWholeBin
            ? 'Whatever you did not count counts as not there.'
            : 'Bins that you did not count keep what the book has.'}
        </p>
        <DialogActions>
          <BigButton look="outline" onPress={() => setAsking(false)}>
            Go on counting
          </BigButton>
          <BigButton isPending={isPending} onPress={() => void finish()}>
            Finish
          </BigButton>
        </DialogActions>
      </Dialog>
    </>
  )
}

function Over({ count }: { count: StockCountPage }) {
  const text = {
    counted: 'A manager looks at the differences before they go into the book.',
    approved: 'It is in the book.',
    rejected: 'A manager did not believe it; it may come again.',
    cancelled: 'Nobody has to make it any more.',
    open: '',
  }[count.state]
  return (
    <EmptyState
      title="This count is finished"
      action={
        <LinkButton href="/pick/counts" look="primary">
          Next count
        </LinkButton>
      }
    >
      {text}
    </EmptyState>
  )
}
