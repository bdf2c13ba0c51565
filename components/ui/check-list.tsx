'use client'
import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'

type Props<Id extends string> = {
  label: string
  options: readonly { id: Id; text: string; note?: string }[]
  chosen: readonly Id[]
  onChoose: (chosen: Id[]) => void
  /** What is wrong with the choice, in words; null when nothing is. */
  problem?: string | null
}

/** Several of several, all of them in sight. */
export function CheckList<Id extends string>({ label, options, chosen, onChoose, problem }: Props<Id>) {
  return (
    <CheckboxGroup
      value={[...chosen]}
      onChange={(ids) => onChoose(options.map(({ id }) => id).filter((id) => ids.includes(id)))}
      isInvalid={Boolean(problem)}
      className="flex flex-col gap-1"
    >
      <Label className="font-medium text-ink text-sm">{label}</Label>
      {options.map(({ id, text, note }) => (
        <Checkbox
          key={id}
          value={id}
          className="group flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md text-ink text-sm md:min-h-8"
        >
          <span className="grid size-4.5 shrink-0 place-items-center rounded-sm border border-edge bg-surface text-on-action group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-selected:border-action group-data-selected:bg-action">
            <Check
              size={12}
              strokeWidth={3}
              aria-hidden="true"
              className="invisible group-data-selected:visible"
            />
          </span>
          <span>
            {text}
            {note ? <span className="text-ink-soft"> {note}</span> : null}
          </span>
        </Checkbox>
      ))}
      <FieldError className="text-failed text-sm">{problem}</FieldError>
    </CheckboxGroup>
  )
}
