import { Check } from 'lucide-react'
import type { Tour, TourStop } from '@/lib/picking/schema'
import { BinPicture } from './bin-picture'
import { type Step, toteWords } from './judge-scan'

type Props = { tour: Tour; stop: TourStop; next: TourStop | undefined; step: Step }

/** The stop at arm's length: its bin in huge letters, where that is, what and how many to take, what comes next. */
export function StopPicture({ tour, stop, next, step }: Props) {
  const hasBin = step !== 'bin'
  const hasItem = hasBin && step !== 'item'
  return (
    <section aria-label={`Bin ${stop.bin}`} className="flex grow flex-col gap-3">
      <h1 className="flex items-center gap-2 break-all font-bold font-mono text-[clamp(2.75rem,15.5vw,5.5rem)] text-ink leading-none tracking-tighter">
        {stop.bin}
        {hasBin ? <Check size={36} aria-label="scanned" className="shrink-0 text-done" /> : null}
      </h1>
      <div className="flex items-center gap-4">
        <BinPicture stop={stop} tour={tour} />
        <p className="grow text-center font-bold text-[clamp(3rem,18vw,5rem)] text-ink leading-none tracking-tighter">
          {stop.quantity - stop.picked}
          <span aria-hidden="true" className="font-medium text-ink-soft text-xl">
            {' '}
            ×
          </span>
        </p>
      </div>
      <div>
        <p className="flex items-start gap-2 font-medium text-ink text-xl leading-snug">
          <span className="min-w-0 grow">{stop.name}</span>
          {hasItem ? <Check size={26} aria-label="scanned" className="shrink-0 text-done" /> : null}
        </p>
        <p className="font-mono text-base text-ink-soft">
          {stop.sku}
          {stop.lot ? `, lot ${stop.lot}` : ''}
          {stop.expiresOn ? `, best by ${stop.expiresOn}` : ''}
        </p>
        <p className="mt-1 font-semibold text-ink text-lg">into {toteWords(tour, stop.tote)}</p>
      </div>
      <p className="mt-auto border-line border-t pt-2 text-base text-ink-soft">
        {next ? (
          <>
            Next <span className="font-mono font-semibold text-ink">{next.bin}</span>, {next.name}
          </>
        ) : (
          <>
            Last stop, then <span className="font-mono font-semibold text-ink">{tour.end.code}</span>
          </>
        )}
      </p>
    </section>
  )
}
