import type { Tour, TourStop } from '@/lib/picking/schema'

const STATE_WORDS: Record<TourStop['state'], string> = {
  open: '',
  picked: 'picked',
  short: 'short',
  cancelled: 'cancelled',
}

/** The whole tour in walking order. */
export function StopList({ tour }: { tour: Tour }) {
  return (
    <section aria-label="The tour" className="flex flex-col gap-2">
      <h2 className="font-semibold text-ink text-xl">The tour</h2>
      <ol className="overflow-hidden rounded-md border border-line bg-surface">
        {tour.stops.map((stop) => (
          <li
            key={stop.seq}
            className={`flex items-baseline gap-3 border-line border-b px-4 py-2 text-base last:border-b-0 ${stop.state === 'open' ? 'text-ink' : 'text-ink-soft'}`}
          >
            <span className="shrink-0 font-mono font-semibold">{stop.bin}</span>
            <span className="min-w-0 grow truncate">{stop.name}</span>
            <span className="shrink-0 whitespace-nowrap">
              {stop.state === 'open'
                ? `${stop.quantity - stop.picked} ×`
                : `${stop.picked} ${STATE_WORDS[stop.state]}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
