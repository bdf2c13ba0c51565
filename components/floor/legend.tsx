'use client'
import type { FloorColumns } from '@/lib/floor/map-schema'
import type { Look } from './canvas/look'
import { BEYOND, type Colour, STEPS } from './shading'

const WORDS: Record<
  Exclude<Colour, 'zone'>,
  { title: string; ticks: string[]; beyond?: string; none: string }
> = {
  fill: { title: 'Filled, by volume or weight', ticks: ['0', '50', '100 %'], beyond: 'over', none: 'empty' },
  heat: { title: 'Taken from, last 24 h', ticks: ['1', '6', '12 times'], none: 'never' },
  age: { title: 'Oldest lies here', ticks: ['0', '15', '30 days'], none: 'empty' },
  expiry: { title: 'Expires in', ticks: ['30', '15', '0 days'], beyond: 'expired', none: 'never' },
}

type Props = { colour: Colour; look: Look; zones: FloorColumns['zones'] }

/** What the colours say. */
export function Legend({ colour, look, zones }: Props) {
  if (colour === 'zone')
    return (
      <Frame title="Zone">
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {zones.map(({ code, name }, zone) => (
            <li key={code} className="flex items-center gap-1.5">
              <Swatch colour={look.zones[zone] ?? look.bare} /> {name}
            </li>
          ))}
          <Closed />
        </ul>
      </Frame>
    )
  const { title, ticks, beyond, none } = WORDS[colour]
  return (
    <Frame title={title}>
      <div className="flex items-start gap-3">
        <div className="w-32">
          <div
            className="h-2.5 rounded-sm"
            style={{ background: `linear-gradient(to right, ${look.shades.slice(1, STEPS + 1).join(', ')})` }}
          />
          <div className="mt-0.5 flex justify-between text-ink-soft text-xs tabular-nums">
            {ticks.map((tick) => (
              <span key={tick}>{tick}</span>
            ))}
          </div>
        </div>
        <ul className="flex flex-wrap gap-x-3 gap-y-1 text-ink-soft">
          {beyond ? (
            <li className="flex items-center gap-1.5">
              <Swatch colour={look.shades[BEYOND] ?? look.over} /> {beyond}
            </li>
          ) : null}
          <li className="flex items-center gap-1.5">
            <Swatch colour={look.bare} /> {none}
          </li>
          <Closed />
        </ul>
      </div>
    </Frame>
  )
}

function Frame({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section
      aria-label="Legend"
      className="rounded-md border border-line bg-surface/95 px-3 py-2 text-ink text-xs shadow-panel"
    >
      <h2 className="mb-1 font-medium">{title}</h2>
      {children}
    </section>
  )
}

const Swatch = ({ colour }: { colour: string }) => (
  <span aria-hidden="true" className="size-2.5 rounded-sm" style={{ background: colour }} />
)

function Closed() {
  return (
    <li className="flex items-center gap-1.5 max-md:hidden">
      <span
        aria-hidden="true"
        className="size-2.5 rounded-sm bg-[repeating-linear-gradient(-45deg,var(--color-ink)_0_1.5px,var(--color-bare)_1.5px_4px)]"
      />
      closed
    </li>
  )
}
