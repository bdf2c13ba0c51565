'use client'
import type { StowDraft } from '@/components/outbox/act'
import { BigButton } from '@/components/ui/big-button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { LoadingRows } from '@/components/ui/skeleton'
import { PickStowBin } from './pick-stow-bin'
import { PickStowItem } from './pick-stow-item'
import { useStowDraft } from './use-stow-draft'

/** Putting away on the phone: scan the item, get a bin, scan the bin, next. */
export function PickStowScreen({ site }: { site: string }) {
  const { draft, waiting, problem, isBusy, isOffline, change, plan, put, giveUp, startAnew } =
    useStowDraft(site)
  const open = draft?.stow?.bins.find(({ state }) => state === 'open')
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-4">
      <PageHeading title="Put away">any bin with room, and why this one</PageHeading>
      {draft?.last ? <Done {...draft.last} /> : null}
      {isOffline ? (
        <Notice state="late" title="No network.">
          What you scanned and typed stays on this phone, and goes on as soon as there is one.
        </Notice>
      ) : null}
      {problem === null || isOffline ? null : (
        <Notice state="failed" role="alert" title="Not done.">
          {problem}
        </Notice>
      )}
      {draft === null ? (
        <LoadingRows rows={4} />
      ) : draft.stow && open ? (
        <PickStowBin
          key={`${open.loadId} ${open.quantity}`}
          stow={draft.stow}
          load={open}
          waiting={waiting}
          isOffline={isOffline}
          isBusy={isBusy}
          onScan={put}
          onGiveUp={giveUp}
        />
      ) : draft.stow ? (
        <BigButton onPress={startAnew}>Its time is over. Next item</BigButton>
      ) : (
        <PickStowItem
          site={site}
          draft={draft}
          isOffline={isOffline}
          isBusy={isBusy}
          onChange={change}
          onAsk={plan}
        />
      )}
    </div>
  )
}

function Done({ bin, text, isPlanned }: NonNullable<StowDraft['last']>) {
  return (
    <Notice state="done" title={isPlanned ? `In ${bin}.` : `Accepted: ${bin} instead.`}>
      {text}
      {isPlanned ? '' : `; its address is ${bin}, where you scanned it`}.
    </Notice>
  )
}
