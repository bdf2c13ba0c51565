'use client'
import { SelectField } from '@/components/ui/select-field'
import { ALL_SITES } from './figures-paths'

/** So many stand side by side; more are folded away, where typing a name's beginning goes to it. */
const SIDE_BY_SIDE = 8

const pathOf = (id: string): string => `/?site=${encodeURIComponent(id)}`

/** From site to site, for who may enter several. A whole load: the frame around the page names the site too. */
export function SiteLinks({ sites, chosen }: { sites: { id: string; name: string }[]; chosen: string }) {
  if (sites.length < 2) return null
  const byName = sites.toSorted((one, other) =>
    one.name.localeCompare(other.name, undefined, { numeric: true }),
  )
  const places = [{ id: ALL_SITES, name: 'All sites' }, ...byName]
  if (sites.length > SIDE_BY_SIDE)
    return (
      <SelectField
        label="Site"
        hidesLabel
        options={places.map(({ id, name }) => ({ id, text: name }))}
        chosen={chosen}
        onChoose={(id) => window.location.assign(pathOf(id))}
      />
    )
  return (
    <nav aria-label="Sites" className="flex max-w-full gap-1 overflow-x-auto text-sm">
      {places.map(({ id, name }) => (
        <a
          key={id}
          href={pathOf(id)}
          aria-current={id === chosen ? 'page' : undefined}
          className="whitespace-nowrap rounded-md px-2.5 py-1.5 text-ink-soft hover:bg-inset aria-[current]:bg-inset aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
