'use client'
import { Barcode } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useConnectionState } from '@/components/live/live-provider'
import { useLiveQuery } from '@/components/live/use-live-query'
import { type ItemLabel, itemOn } from '@/components/scan/read-label'
import { ScanBar } from '@/components/scan/scan-bar'
import { useScanner } from '@/components/scan/use-scanner'
import { BigButton } from '@/components/ui/big-button'
import { useSettled } from '@/components/ui/use-settled'
import { foundSchema } from '@/lib/inventory/stow-schema'
import { findPath } from './stow-paths'

const TYPING_MS = 150
const LEAST_CHARACTERS = 2

type Item = { sku: string; name: string }
/** `label`: what the item's barcode says beside which item it is. */
type Props = { site: string; onFound: (item: Item, label: ItemLabel) => void }

const labelOf = (query: string): ItemLabel => ({ query, lot: '', expiresOn: '' })

/** Finds an item by what was scanned or typed: a GTIN, a SKU, a part of the name. Enter takes the only one that fits. */
export function ItemFinder({ site, onFound }: Props) {
  const [label, setLabel] = useState(labelOf(''))
  const [isEntered, setEntered] = useState(false)
  const asked = useSettled(label.query.trim(), TYPING_MS)
  const scan = (text: string) => {
    setLabel(itemOn(text))
    setEntered(true)
  }
  useScanner(scan)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEntered(true)
  }
  const found = (item: Item) => onFound(item, label)
  const field = (
    <form onSubmit={submit}>
      <label className="flex flex-col gap-1.5 font-medium text-ink text-sm">
        Scan or type the item
        <span className="relative flex items-center">
          <Barcode size={20} aria-hidden="true" className="absolute left-3 text-ink-soft" />
          <input
            value={label.query}
            onChange={(event) => {
              setLabel(labelOf(event.target.value))
              setEntered(false)
            }}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="search"
            placeholder="Barcode, SKU or name"
            className="min-h-14 w-full rounded-md border border-edge bg-surface pr-3 pl-11 text-[1.0625rem] text-ink placeholder:text-ink-soft"
          />
        </span>
      </label>
    </form>
  )
  return (
    <div className="flex flex-col gap-3">
      <ScanBar what="the item" onScan={scan} field={field} />
      {asked.length >= LEAST_CHARACTERS ? (
        <Fitting key={asked} site={site} text={asked} isEntered={isEntered} onFound={found} />
      ) : null}
    </div>
  )
}

type FittingProps = { site: string; text: string; isEntered: boolean; onFound: (item: Item) => void }

function Fitting({ site, text, isEntered, onFound }: FittingProps) {
  const connection = useConnectionState()
  const { data, isError } = useLiveQuery({
    site,
    topic: 'picks',
    path: findPath(site, text),
    schema: foundSchema,
  })
  const items = data?.items.flatMap((hit) => (hit.kind === 'sku' ? [hit] : []))
  const only = items && isEntered ? onlyOne(items, text) : undefined
  useEffect(() => {
    if (only) onFound({ sku: only.sku, name: only.name })
  }, [only, onFound])
  if (!items && (isError || connection === 'offline'))
    return (
      <BigButton look="outline" onPress={() => onFound({ sku: text, name: text })}>
        Take “{text}” as the SKU; it is checked later
      </BigButton>
    )
  if (!items) return <p className="text-ink-soft text-sm">Looking…</p>
  if (items.length === 0)
    return (
      <p role="status" className="text-base text-late">
        Nothing fits “{text}”.
      </p>
    )
  return (
    <ul aria-label="Items that fit" className="flex flex-col gap-2">
      {items.map(({ sku, name }) => (
        <li key={sku}>
          <button
            type="button"
            onClick={() => onFound({ sku, name })}
            className="flex min-h-16 w-full cursor-pointer flex-col justify-center rounded-md border border-edge bg-surface px-4 py-2 text-left hover:bg-inset"
          >
            <span className="text-base text-ink">{name}</span>
            <span className="font-mono text-ink-soft text-xs">{sku}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What Enter means: the SKU itself, or the only item that fits. */
const onlyOne = (items: readonly Item[], text: string): Item | undefined =>
  items.find(({ sku }) => sku.toLowerCase() === text.toLowerCase()) ??
  (items.length === 1 ? items[0] : undefined)
