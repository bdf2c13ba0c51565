import { BigButton } from '@/components/ui/big-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type { Asked } from './ask-next-tour'
import { nextTourPath } from './first-tap'
import { OtherWork } from './other-work'

type Props = { site: string; asked: Asked; waiting: number; isReached: boolean; onNext: () => void }

/** No tour on this phone: take one. */
export function StartScreen({ site, asked, waiting, isReached, onNext }: Props) {
  return (
    <>
      <main className="flex min-h-0 grow flex-col justify-center overflow-y-auto p-4">
        <EmptyState title={asked === 'no-work' ? 'Nothing to pick' : 'Ready for a tour?'}>
          {asked === 'no-work'
            ? 'Ask again in a while, or count something meanwhile.'
            : 'Put the totes of your cart in order; the tour says which order goes into which.'}
        </EmptyState>
        {typeof asked === 'object' ? (
          <Notice state="failed" title="No tour yet." role="alert">
            {asked.problem}
          </Notice>
        ) : null}
      </main>
      <footer className="flex shrink-0 flex-col gap-2 border-line border-t bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <NextTourButton site={site} asked={asked} waiting={waiting} isReached={isReached} onNext={onNext} />
        <OtherWork />
      </footer>
    </>
  )
}

const PLANNING = 'Planning your walk…'

/** A tour comes from the server, which must know all of the last one first. */
export function NextTourButton({ site, asked, waiting, isReached, onNext }: Props) {
  if (waiting > 0)
    return (
      <BigButton isDisabled onPress={onNext}>
        {isReached ? 'Sending' : 'Waits for a network to send'} {waiting} {waiting === 1 ? 'act' : 'acts'}
      </BigButton>
    )
  const ask = asked === 'no-work' ? 'Ask again' : 'Get the next tour'
  return (
    // Until the page's script is there, the root says whether it was tapped.
    <div
      data-next-tour={nextTourPath(site)}
      className="in-data-asked:pointer-events-none in-data-asked:opacity-50"
    >
      <BigButton isPending={asked === 'asking'} onPress={onNext}>
        {asked === 'asking' ? (
          PLANNING
        ) : (
          <>
            <span className="in-data-asked:hidden">{ask}</span>
            <span className="hidden in-data-asked:inline">{PLANNING}</span>
          </>
        )}
      </BigButton>
    </div>
  )
}
