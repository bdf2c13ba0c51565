import { ALL_SITES } from './figures-paths'

/** From site to site, for who may enter several. A whole load: the frame around the page names the site too. */
export function SiteLinks({ sites, chosen }: { sites: { id: string; name: string }[]; chosen: string }) {
  if (sites.length < 2) return null
  return (
    <nav aria-label="Sites" className="flex max-w-full gap-1 overflow-x-auto text-sm">
      {[{ id: ALL_SITES, name: 'All sites' }, ...sites].map(({ id, name }) => (
        <a
          key={id}
          href={`/?site=${encodeURIComponent(id)}`}
          aria-current={id === chosen ? 'page' : undefined}
          className="whitespace-nowrap rounded-md px-2.5 py-1.5 text-ink-soft hover:bg-inset aria-[current]:bg-inset aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
