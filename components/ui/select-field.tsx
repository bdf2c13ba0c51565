'use client'
import { Check, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { fieldLook } from './field-look'

type Props<Id extends string> = {
  label: string
  /** In a row of filters the chosen word says enough; the label is then only read aloud. */
  hidesLabel?: boolean
  options: readonly { id: Id; text: string }[]
  chosen: Id
  onChoose: (id: Id) => void
}

/** One of several, folded away. */
export function SelectField<Id extends string>({
  label,
  hidesLabel = false,
  options,
  chosen,
  onChoose,
}: Props<Id>) {
  return (
    <Select
      value={chosen}
      onChange={(key) => {
        const next = options.find(({ id }) => id === key)
        if (next) onChoose(next.id)
      }}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <Label className={hidesLabel ? 'sr-only' : 'font-medium text-ink text-sm'}>{label}</Label>
      <Button
        className={`${fieldLook} flex cursor-pointer items-center justify-between gap-2 px-3 text-left hover:bg-inset`}
      >
        {/* Its own text: the option's mark belongs to the list. */}
        <SelectValue className="truncate">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={14} aria-hidden="true" className="shrink-0 text-ink-soft" />
      </Button>
      <Popover className="min-w-(--trigger-width) overflow-auto rounded-md border border-line bg-surface shadow-float">
        <ListBox className="p-1 outline-none">
          {options.map(({ id, text }) => (
            <ListBoxItem
              key={id}
              id={id}
              textValue={text}
              className="flex min-h-11 cursor-pointer items-center gap-2 rounded-sm px-2.5 text-ink text-sm outline-none data-focused:bg-inset md:min-h-8"
            >
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden="true" className={isSelected ? 'shrink-0' : 'invisible'} />
                  {text}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
