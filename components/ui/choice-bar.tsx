'use client'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

type Props<Id extends string> = {
  label: string
  options: readonly { id: Id; text: string }[]
  chosen: Id
  onChoose: (id: Id) => void
}

/** One of a few, all in sight; on a phone the row scrolls sideways. */
export function ChoiceBar<Id extends string>({ label, options, chosen, onChoose }: Props<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const next = options.find((option) => keys.has(option.id))
        if (next) onChoose(next.id)
      }}
      className="-mx-1 flex gap-1 overflow-x-auto p-1"
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          className="min-h-11 shrink-0 cursor-pointer rounded-md border border-transparent px-3 text-ink-soft text-sm hover:bg-inset hover:text-ink data-selected:border-edge data-selected:bg-surface data-selected:font-medium data-selected:text-ink md:min-h-8"
        >
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
