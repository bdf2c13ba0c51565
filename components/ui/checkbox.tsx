'use client'
import { Check, Minus } from 'lucide-react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'

type Props = {
  label: string
  isSelected: boolean
  /** Some of what it stands for is chosen. */
  isIndeterminate?: boolean
  onChange: (isSelected: boolean) => void
}

/** Chooses a row; its label is read aloud. It lies above the row's link. */
export function Checkbox({ label, isSelected, isIndeterminate = false, onChange }: Props) {
  return (
    <AriaCheckbox
      aria-label={label}
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      onChange={onChange}
      className="group relative z-1 grid size-11 cursor-pointer place-items-center rounded-md max-md:-m-2 md:size-6"
    >
      <span className="grid size-4.5 place-items-center rounded-sm border border-edge bg-surface text-on-action group-data-indeterminate:border-action group-data-selected:border-action group-data-indeterminate:bg-action group-data-selected:bg-action">
        {isIndeterminate ? <Minus size={12} strokeWidth={3} aria-hidden="true" /> : null}
        {isSelected && !isIndeterminate ? <Check size={12} strokeWidth={3} aria-hidden="true" /> : null}
      </span>
    </AriaCheckbox>
  )
}
