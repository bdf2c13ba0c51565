'use client'
import { MapPin, Package } from 'lucide-react'
import { useState } from 'react'
import { useLiveQuery } from '@/components/live/use-live-query'
import { SearchField } from '@/components/ui/search-field'
import { RowKeys } from '@/components/ui/table'
import { useSettled } from '@/components/ui/use-settled'
import { stockListSchema } from '@/lib/inventory/schema'
import type { FloorModel } from './floor-model'
import { findItemsPath } from './floor-paths'

const TYPING_MS = 150
const LEAST_CHARACTERS = 2
const MOST_BINS = 5

type Props = {
  site: string
  model: FloorModel
  query: string
  onType: (query: string) => void
  onItem: (sku: string, name: string) => void
  onBin: (bin: string) => void
}

/** Finds an item or a bin: what fits is listed while one types. */
export function FindBox({ site, model, query, onType, onItem, onBin }: Props) {
  const [isOpen, setOpen] = useState(false)
  const asked = useSettled(query.trim(), TYPING_MS)
  const close = (act: () => void) => () => {
    setOpen(false)
    act()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the box or Escape closes its list
    <div
      className="relative w-full md:w-80"
      onFocus={() => setOpen(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <RowKeys>
        <SearchField
          label="Find an item or a bin"
          placeholder="Find an item or a bin"
          value={query}
          onChange={(text) => {
            setOpen(true)
            onType(text)
          }}
        />
        {isOpen && asked.length >= LEAST_CHARACTERS ? (
          <Fitting
            site={site}
            model={model}
            text={asked}
            onItem={(sku, name) => close(() => onItem(sku, name))()}
            onBin={(bin) => close(() => onBin(bin))()}
          />
        ) : null}
      </RowKeys>
    </div>
  )
}

type FittingProps = Pick<Props, 'site' | 'model' | 'onItem' | 'onBin'> & { text: string }

function Fitting({ site, model, text, onItem, onBin }: FittingProps) {
  const items = useLiveQuery({
    site,
    topic: 'picks',
    path: findItemsPath(site, text),
    schema: stockListSchema,
  })
  const bins = codesFitting(model.codes, text)
  const found = items.isPlaceholderData ? [] : (items.data?.items ?? [])
  return (
    <div className="absolute inset-x-0 top-full z-5 mt-1 overflow-hidden rounded-md border border-line bg-surface p-1 shadow-float">
      <ul aria-label="What fits">
        {bins.map((code) => (
          <Found key={code} icon={<MapPin size={14} aria-hidden="true" />} onPress={() => onBin(code)}>
            <span className="font-mono">{code}</span>
          </Found>
        ))}
        {found.map(({ sku, name, bins: places }) => (
          <Found key={sku} icon={<Package size={14} aria-hidden="true" />} onPress={() => onItem(sku, name)}>
            <span className="block truncate">{name}</span>
            <span className="text-ink-soft text-xs">
              <span className="font-mono">{sku}</span> · {places} {places === 1 ? 'bin' : 'bins'}
            </span>
          </Found>
        ))}
      </ul>
      <p role="status" className="px-2.5 text-ink-soft text-sm empty:hidden">
        {items.isError ? <span className="block py-2">Items cannot be searched right now.</span> : null}
        {items.isSuccess && !items.isFetching && found.length === 0 && bins.length === 0 ? (
          <span className="block py-2">Nothing fits “{text}”.</span>
        ) : null}
      </p>
    </div>
  )
}

function Found({
  icon,
  onPress,
  children,
}: {
  icon: React.ReactNode
  onPress: () => void
  children: React.ReactNode
}) {
  return (
    <li>
      <button
        type="button"
        data-row-link
        onClick={onPress}
        className="flex min-h-11 w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1 text-left text-ink text-sm hover:bg-inset focus:bg-inset"
      >
        <span className="shrink-0 text-ink-soft">{icon}</span>
        <span className="min-w-0">{children}</span>
      </button>
    </li>
  )
}

/** The first few codes that begin with a text, whatever its case. */
export function codesFitting(codes: readonly string[], text: string): string[] {
  const wanted = text.toUpperCase()
  const fitting: string[] = []
  for (const code of codes) {
    if (!code.toUpperCase().startsWith(wanted)) continue
    if (fitting.push(code) === MOST_BINS) break
  }
  return fitting
}
