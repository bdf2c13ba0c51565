'use client'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { SelectField } from '@/components/ui/select-field'
import { type ReorderList, reorderStateSchema } from '@/lib/replenishment/reorder-schema'
import type { ReorderSearch } from './reorder-paths'
import { REORDER_STATES } from './reorder-words'

type Props = { list: ReorderList; search: ReorderSearch; onNarrow: (to: Partial<ReorderSearch>) => void }

const ALL = ''

/** What the list is narrowed by; each state says how many it has. */
export function ReorderFilters({ list, search, onNarrow }: Props) {
  const states = reorderStateSchema.options.map((id) => ({
    id,
    text: `${REORDER_STATES[id].text} ${list.counts[id]}`,
  }))
  const optionsOf = (all: string, names: readonly string[], chosen: string | null) => [
    { id: ALL, text: all },
    ...[...new Set([...names, ...(chosen ? [chosen] : [])])].map((name) => ({ id: name, text: name })),
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 max-md:w-full">
        <ChoiceBar
          label="State"
          options={states}
          chosen={search.state}
          onChoose={(state) => onNarrow({ state })}
        />
      </div>
      <div className="w-52 max-md:flex-1">
        <SelectField
          label="Supplier"
          hidesLabel
          options={optionsOf('Every supplier', list.suppliers, search.supplier)}
          chosen={search.supplier ?? ALL}
          onChoose={(supplier) => onNarrow({ supplier: supplier || null })}
        />
      </div>
      <div className="w-44 max-md:flex-1">
        <SelectField
          label="Department"
          hidesLabel
          options={optionsOf('Every department', list.departments, search.department)}
          chosen={search.department ?? ALL}
          onChoose={(department) => onNarrow({ department: department || null })}
        />
      </div>
    </div>
  )
}
