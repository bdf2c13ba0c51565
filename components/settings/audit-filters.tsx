'use client'
import { useLocale } from '@/components/ui/locale'
import { SearchField } from '@/components/ui/search-field'
import { SelectField } from '@/components/ui/select-field'
import { clockWords } from '@/components/ui/time-words'
import type { AuditSearch } from './audit-paths'
import { AUDIT_OUTCOMES, actionWords } from './audit-words'

const ANY = 'any'
const HOUR_MS = 3_600_000
const SINCE = [
  { id: '1', text: 'The last hour' },
  { id: '24', text: 'The last 24 hours' },
  { id: '168', text: 'The last 7 days' },
  { id: '720', text: 'The last 30 days' },
]
const CHOSEN = 'chosen'
const outcomes = [
  { id: ANY, text: 'Done or refused' },
  { id: 'allowed', text: AUDIT_OUTCOMES.allowed.text },
  { id: 'refused', text: AUDIT_OUTCOMES.refused.text },
] as const

/** Whoever may be in the log, and whatever they may have done. */
export type AuditChoices = { actors: readonly { id: string; text: string }[]; actions: readonly string[] }

type Props = { choices: AuditChoices; search: AuditSearch; onNarrow: (to: Partial<AuditSearch>) => void }

/** What the log is narrowed by: who, what, on which thing, since when. */
export function AuditFilters({ choices, search, onNarrow }: Props) {
  const { locale, timeZone, renderedAtMs } = useLocale()
  const actors = [{ id: ANY, text: 'Anybody' }, ...choices.actors]
  const actions = [
    { id: ANY, text: 'Any action' },
    ...choices.actions.map((id) => ({ id, text: actionWords(id) })),
  ]
  const since = [
    { id: ANY, text: 'Any time' },
    ...(search.from
      ? [{ id: CHOSEN, text: `Since ${clockWords(Date.parse(search.from), renderedAtMs, locale, timeZone)}` }]
      : []),
    ...SINCE,
  ]
  const idOf = (id: string) => (id === ANY ? null : id)
  const lookBack = (id: string) => {
    if (id === CHOSEN) return
    const from = id === ANY ? null : new Date(Date.now() - Number(id) * HOUR_MS).toISOString()
    onNarrow({ from, to: null })
  }
  return (
    <div className="grid grow grid-cols-2 gap-2 md:flex md:flex-wrap md:items-center">
      <div className="max-md:col-span-2 md:w-64">
        <SearchField
          label="Which thing"
          placeholder="Order, key, person, path"
          value={search.subject ?? ''}
          onChange={(subject) => onNarrow({ subject: subject.trim() || null })}
        />
      </div>
      <Choice
        label="Who"
        options={actors}
        chosen={search.actor}
        onChoose={(id) => onNarrow({ actor: idOf(id) })}
      />
      <Choice
        label="What"
        options={actions}
        chosen={search.action}
        onChoose={(id) => onNarrow({ action: idOf(id) })}
      />
      <Choice
        label="Outcome"
        options={outcomes}
        chosen={search.outcome}
        onChoose={(id) => onNarrow({ outcome: id === 'allowed' || id === 'refused' ? id : null })}
      />
      <Choice label="When" options={since} chosen={search.from && CHOSEN} onChoose={lookBack} />
    </div>
  )
}

type ChoiceProps = {
  label: string
  options: readonly { id: string; text: string }[]
  chosen: string | null
  onChoose: (id: string) => void
}

function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  return (
    <div className="min-w-0 md:w-44">
      <SelectField
        label={label}
        hidesLabel
        options={options}
        chosen={options.some(({ id }) => id === chosen) ? (chosen ?? ANY) : ANY}
        onChoose={onChoose}
      />
    </div>
  )
}
