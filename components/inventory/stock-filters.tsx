'use client'
import type { ReactNode } from 'react'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { numberFormat } from '@/components/ui/formats'
import { useLocale } from '@/components/ui/locale'
import { SearchField } from '@/components/ui/search-field'
import { SelectField } from '@/components/ui/select-field'
import type { StockList, StockState } from '@/lib/inventory/schema'
import type { StockSearch } from './stock-paths'
import { STATE_CHIPS, ZONE_WORDS } from './stock-words'

const STATES = ['all', 'out', 'low', 'short'] as const satisfies readonly StockState[]
const ZONES = [
  { id: 'any', text: 'Every zone' },
  { id: 'ambient', text: ZONE_WORDS.ambient },
  { id: 'chilled', text: ZONE_WORDS.chilled },
  { id: 'frozen', text: ZONE_WORDS.frozen },
] as const

type Props = {
  search: StockSearch
  counts: StockList['counts'] | undefined
  aside: ReactNode
  onType: (query: string) => void
  onNarrow: (to: Partial<StockSearch>) => void
}

/** What the list is narrowed by; each state says how many it has. */
export function StockFilters({ search, counts, aside, onType, onNarrow }: Props) {
  const { locale } = useLocale()
  const format = numberFormat(locale)
  const states = STATES.map((id) => ({
    id,
    text: counts ? `${STATE_CHIPS[id]} ${format.format(counts[id])}` : STATE_CHIPS[id],
  }))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="w-full md:w-80">
        <SearchField
          label="Find an item"
          placeholder="Name, SKU or GTIN"
          value={search.query}
          onChange={onType}
        />
      </div>
      <div className="min-w-0 max-md:flex-1">
        <ChoiceBar
          label="Stock"
          options={states}
          chosen={search.state}
          onChoose={(state) => onNarrow({ state })}
        />
      </div>
      <div className="w-36 shrink-0 max-md:w-30">
        <SelectField
          label="Zone"
          hidesLabel
          options={ZONES}
          chosen={search.zone ?? 'any'}
          onChoose={(zone) => onNarrow({ zone: zone === 'any' ? null : zone })}
        />
      </div>
      {aside}
    </div>
  )
}
