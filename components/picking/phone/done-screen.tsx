import type { PickerAct } from '@/lib/picking/rules/advance-tour'
import type { Tour } from '@/lib/picking/schema'
import type { Asked } from './ask-next-tour'
import { NextTourButton } from './start-screen'
import { units } from './tour-words'

type Props = {
  site: string
  tour: Tour
  acts: readonly PickerAct[]
  asked: Asked
  isReached: boolean
  onNext: () => void
}

/** The tour is walked: where its totes go, and what was saved. */
export function DoneScreen({ site, tour, acts, asked, isReached, onNext }: Props) {
  const picked = tour.stops.reduce((sum, stop) => sum + stop.picked, 0)
  const saved = Math.round(tour.baselineMetres - tour.walkMetres)
  const owesShort = acts.some(({ kind }) => kind === 'short')
  return (
    <>
      <main className="flex min-h-0 grow flex-col gap-4 overflow-y-auto p-4">
        <h1 className="font-semibold text-2xl text-ink">Tour done</h1>
        <p className="text-ink text-lg">
          {units(picked)} picked, {Math.round(tour.walkMetres)} m walked
          {saved > 0 ? `, ${saved} m saved` : ''}. Bring the totes to{' '}
          <span className="font-bold font-mono">{tour.end.code}</span>.
        </p>
        {owesShort ? (
          <p role="status" className="rounded-md bg-late-tint p-3 text-base text-ink">
            A short pick waits for the network. It may bring one more stop: stay with the cart until it is
            sent.
          </p>
        ) : null}
        <ul aria-label="Totes to drop" className="flex flex-col gap-2">
          {tour.totes.map(({ tote, orderNumber, slot }) => (
            <li
              key={tote}
              className="flex min-h-16 items-center gap-4 rounded-md border border-line bg-surface px-4"
            >
              <span className="font-bold text-2xl text-ink">{slot}</span>
              <span className="grow font-mono text-ink text-lg">{tote}</span>
              <span className="font-mono text-base text-ink-soft">{orderNumber}</span>
            </li>
          ))}
        </ul>
      </main>
      <footer className="flex shrink-0 flex-col gap-2 border-line border-t bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        {typeof asked === 'object' ? (
          <p role="alert" className="text-base text-failed">
            {asked.problem}
          </p>
        ) : null}
        {asked === 'no-work' ? (
          <p role="status" className="text-base text-ink">
            There is nothing more to pick right now.
          </p>
        ) : null}
        <NextTourButton
          site={site}
          asked={asked}
          waiting={acts.length}
          isReached={isReached}
          onNext={onNext}
        />
      </footer>
    </>
  )
}
