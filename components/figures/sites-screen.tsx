'use client'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { useLocale } from '@/components/ui/locale'
import { PageHeading } from '@/components/ui/page-heading'
import { LoadingRows } from '@/components/ui/skeleton'
import { SortHead } from '@/components/ui/sort-head'
import { Table } from '@/components/ui/table'
import { FIGURES } from '@/lib/figures/rules/figures'
import { type FigureId, figureIdSchema, type SiteFigures, siteFiguresSchema } from '@/lib/figures/schema'
import { figureWords } from './figure-words'
import { ALL_SITES, ALL_SITES_PATH, CLOCK_MS, listOfFigure } from './figures-paths'
import { SiteLinks } from './site-links'

type Row = SiteFigures['items'][number]
type Column = {
  id: string
  text: string
  of: (row: Row) => number | null
  figure?: FigureId
  href: (row: Row) => string
}

const at = (path: string) => (row: Row) =>
  `${path}${path.includes('?') ? '&' : '?'}site=${encodeURIComponent(row.site)}`
// Forecasts are looked at site by site.
const IDS = figureIdSchema.options.filter((id) => id !== 'stock-outs-soon' && id !== 'unit-rate')
const COLUMNS: Column[] = [
  { id: 'alerts', text: 'Alerts', of: ({ alerts }) => alerts, href: at('/alerts') },
  { id: 'late', text: 'Late', of: ({ risk }) => risk.late, href: at('/') },
  { id: 'at-risk', text: 'At risk', of: ({ risk }) => risk['at-risk'], href: at('/') },
  ...IDS.map((id) => ({
    ...{ id, text: FIGURES[id].name, figure: id },
    of: ({ figures }: Row) => figures[id] ?? null,
    href: ({ site, since }: Row) => listOfFigure(id, { site, since }),
  })),
]
const DIRECTIONS = ['asc', 'desc'] as const

type Props = { sites: { id: string; name: string }[]; initial: Initial<SiteFigures> }

/** Every site of the reader today, a row each; the frame of a page knows one site, so links load it whole. */
export function SitesScreen({ sites, initial }: Props) {
  const [{ sort, direction }, setSort] = useQueryStates({
    sort: parseAsString.withDefault('late'),
    direction: parseAsStringLiteral(DIRECTIONS).withDefault('desc'),
  })
  const site = sites[0]?.id ?? ''
  const query = useLiveQuery({
    site,
    topic: 'orders',
    path: ALL_SITES_PATH,
    schema: siteFiguresSchema,
    initial,
    gapMs: CLOCK_MS,
    everyMs: CLOCK_MS,
  })
  const sorted = (id: string) => (sort === id ? direction : null)
  const press = (id: string) =>
    void setSort({ sort: id, direction: sort === id && direction === 'desc' ? 'asc' : 'desc' })
  return (
    <div className="flex flex-col gap-4 md:gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="All sites">today, each by its own clock</PageHeading>
        <SiteLinks sites={sites} chosen={ALL_SITES} />
      </div>
      <Answered query={query} loading={<LoadingRows rows={8} />}>
        {({ items }) => (
          <div className="overflow-x-auto rounded-lg border border-line bg-surface shadow-panel">
            <Table label="Sites today">
              <thead>
                <tr>
                  <SortHead sorted={sorted('name')} onSort={() => press('name')}>
                    Site
                  </SortHead>
                  {COLUMNS.map(({ id, text }) => (
                    <SortHead key={id} align="right" sorted={sorted(id)} onSort={() => press(id)}>
                      {text}
                    </SortHead>
                  ))}
                </tr>
              </thead>
              <tbody>
                {inOrder(items, sort, direction).map((row) => (
                  <SiteRow key={row.site} row={row} />
                ))}
              </tbody>
            </Table>
          </div>
        )}
      </Answered>
    </div>
  )
}

function SiteRow({ row }: { row: Row }) {
  const { locale } = useLocale()
  return (
    <tr className="border-line border-t hover:bg-inset">
      <th scope="row" className="sticky left-0 whitespace-nowrap bg-surface px-4 py-2 text-left font-medium">
        <a href={at('/')(row)} className="underline-offset-4 hover:underline">
          {row.name}
        </a>
      </th>
      {COLUMNS.map(({ id, text, of, figure, href }) => {
        const value = of(row)
        const words = figure ? figureWords(figure, value, locale) : { value: String(value ?? '–'), unit: '' }
        const isBad = (id === 'late' || id === 'alerts') && (value ?? 0) > 0
        return (
          <td key={id} className="whitespace-nowrap px-2 py-2 text-right tabular-nums">
            <a
              href={href(row)}
              aria-label={`${text} of ${row.name}: ${words.value} ${words.unit}`}
              className={`underline-offset-4 hover:underline ${isBad ? 'font-semibold text-late' : 'text-ink'}`}
              suppressHydrationWarning
            >
              {words.value}
              {words.unit === '' ? null : <span className="ml-0.5 text-ink-soft text-xs">{words.unit}</span>}
            </a>
          </td>
        )
      })}
    </tr>
  )
}

const byName = (one: Row, other: Row): number =>
  one.name.localeCompare(other.name, undefined, { numeric: true })

/** What has no value is last either way; what is equal is in the order of names. */
function inOrder(items: Row[], sort: string, direction: (typeof DIRECTIONS)[number]): Row[] {
  const sign = direction === 'asc' ? 1 : -1
  const column = COLUMNS.find(({ id }) => id === sort)
  const rows = items.toSorted(byName)
  if (!column) return direction === 'asc' ? rows : rows.toReversed()
  const known = rows.filter((row) => column.of(row) !== null)
  const unknown = rows.filter((row) => column.of(row) === null)
  return [
    ...known.toSorted((one, other) => sign * ((column.of(one) ?? 0) - (column.of(other) ?? 0))),
    ...unknown,
  ]
}
