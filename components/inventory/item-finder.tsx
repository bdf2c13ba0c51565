'use client'
import { Barcode } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useConnectionState } from '@/components/live/live-provider'
import { useLiveQuery } from '@/components/live/use-live-query'
import { BigButton } from '@/components/ui/big-button'
import { useSettled } from '@/components/ui/use-settled'
import { foundSchema } from '@/lib/inventory/stow-schema'
import { findPath } from './stow-paths'

const TYPING_MS = 150
const LEAST_CHARACTERS = 2

type Item = { sku: string; name: string }
type Props = { site: string; onFound: (item: Item) => void }

/** Finds an item by what a scanner or a thumb types: a GTIN, a SKU, a part of the name. Enter takes the only one that fits. */
export function ItemFinder({ site, onFound }: Props) {
  const [text, setText] = useState('')
  const [isEntered, setEntered] = useState(false)
  const asked = useSettled(text.trim(), TYPING_MS)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEntered(true)
  }
  return (
    <div className="flex flex-col gap-3">
      <form onSubmit={submit}>
        <label className="flex flex-col gap-1.5 font-medium text-ink text-sm">
          Scan or type the item
          <span className="relative flex items-center">
            <Barcode size={20} aria-hidden="true" className="absolute left-3 text-ink-soft" />
            <input
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setEntered(false)
              }}
              // biome-ignore lint/a11y/noAutofocus: a scanner types wherever the focus is
              autoFocus
              autoComplete="off"
              autoCapitalize="characters"
              enterKeyHint="search"
              placeholder="Barcode, SKU or name"
              className="min-h-14 w-full rounded-md border border-edge bg-surface pr-3 pl-11 text-[1.0625rem] text-ink placeholder:text-ink-soft"
            />
          </span>
        </label>
      </form>
      {asked.length >= LEAST_CHARACTERS ? (
        <Fitting key={asked} site={site} text={asked} isEntered={isEntered} onFound={onFound} />
      ) : null}
    </div>
  )
}

type FittingProps = Props & { text: string; isEntered: boolean }

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
