'use client'
import { useLocale } from '@/components/ui/locale'
import { NarrowedBy } from '@/components/ui/narrowed-by'
import { SearchField } from '@/components/ui/search-field'
import { SelectField } from '@/components/ui/select-field'
import { clockWords } from '@/components/ui/time-words'
import { fateSchema } from '@/lib/conveyor/figures-schema'
import { actionSchema, becauseSchema } from '@/lib/conveyor/schema'
import type { DecisionSearch } from './conveyor-paths'
import { ACTIONS, BECAUSE, OUTCOMES } from './decision-words'

const ANY = 'any'
const actions = [
  { id: ANY, text: 'Any answer' },
  ...actionSchema.options.map((id) => ({ id, text: ACTIONS[id] })),
] as const
const reasons = [
  { id: ANY, text: 'Any reason' },
  ...becauseSchema.options.map((id) => ({ id, text: BECAUSE[id] })),
] as const
const fates = [
  { id: ANY, text: 'Any outcome' },
  ...fateSchema.options.map((id) => ({ id, text: OUTCOMES[id].text })),
] as const

type Props = { search: DecisionSearch; onNarrow: (to: Partial<DecisionSearch>) => void }

/** What the list is narrowed by; what came with the address can be taken off. */
export function DecisionFilters({ search, onNarrow }: Props) {
  const { locale, timeZone, renderedAtMs } = useLocale()
  const clock = (at: string) => clockWords(Date.parse(at), renderedAtMs, locale, timeZone)
  const removable = [
    { name: 'sorter', text: search.sorter },
    { name: 'scanner', text: search.scanner && `Scanner ${search.scanner}` },
    { name: 'lane', text: search.lane && `Lane ${search.lane}` },
    { name: 'misSort', text: search.misSort && 'Mis-sorts' },
    { name: 'from', text: search.from && `From ${clock(search.from)}` },
    { name: 'to', text: search.to && `To ${clock(search.to)}` },
  ] as const
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-full md:w-64">
        <SearchField
          label="Find a label"
          placeholder="Barcode"
          value={search.barcode ?? ''}
          onChange={(barcode) => onNarrow({ barcode: barcode.trim() || null })}
        />
      </div>
      <div className="w-40">
        <SelectField
          label="Answer"
          hidesLabel
          options={actions}
          chosen={search.action ?? ANY}
          onChoose={(action) => onNarrow({ action: action === ANY ? null : action })}
        />
      </div>
      <div className="w-44">
        <SelectField
          label="Reason"
          hidesLabel
          options={reasons}
          chosen={search.because ?? ANY}
          onChoose={(because) => onNarrow({ because: because === ANY ? null : because })}
        />
      </div>
      <div className="w-36">
        <SelectField
          label="Outcome"
          hidesLabel
          options={fates}
          chosen={search.outcome ?? ANY}
          onChoose={(outcome) => onNarrow({ outcome: outcome === ANY ? null : outcome })}
        />
      </div>
      {removable.map(({ name, text }) =>
        text ? (
          <NarrowedBy key={name} onRemove={() => onNarrow({ [name]: null })}>
            <span suppressHydrationWarning>{text}</span>
          </NarrowedBy>
        ) : null,
      )}
    </div>
  )
}
