'use client'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { useLocale } from '@/components/ui/locale'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import {
  type CalendarDay,
  calendarPageSchema,
  type DayEffect,
  dayKindSchema,
} from '@/lib/replenishment/schema'
import { calendarPath } from './calendar-paths'
import { DAY_KINDS, effectWords } from './calendar-words'
import { dayWords } from './reorder-words'

type Props = {
  site: string
  day: CalendarDay
  isPast: boolean
  effects: readonly DayEffect[]
  onClose: () => void
}

const ORDINARY = 'ordinary'
const OPTIONS = [
  { id: ORDINARY, text: 'An ordinary day' },
  ...dayKindSchema.options.map((id) => ({ id, text: DAY_KINDS[id].text })),
]

/** What a day is, said by a manager who sees at once what the forecast makes of it. */
export function CalendarDayDialog({ site, day, isPast, effects, onClose }: Props) {
  const { locale } = useLocale()
  const { change, isPending } = useChange(site, 'floor')
  const [chosen, setChosen] = useState<string>(day.kind ?? ORDINARY)
  const [name, setName] = useState(day.name)
  const kind = dayKindSchema.safeParse(chosen).data ?? null
  const words = dayWords(day.day, locale)
  const submit = async () => {
    const send = async () => {
      await sendJson('PUT', calendarPath(site), calendarPageSchema, {
        items: [{ day: day.day, kind, name: kind ? name : '' }],
      })
      return `${words} is ${kind ? DAY_KINDS[kind].text.toLowerCase() : 'an ordinary day'}; tonight's forecast knows it`
    }
    if (await change({ send, failed: 'The day stays as it was' })) onClose()
  }
  return (
    <Dialog title={words} isOpen onOpenChange={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <SelectField label="It is" options={OPTIONS} chosen={chosen} onChoose={setChosen} />
        {kind ? (
          <TextField label="What people call it" value={name} onChange={setName} maxLength={100} />
        ) : null}
        <p className="text-ink-soft text-sm" aria-live="polite">
          {isPast && kind
            ? 'What it brought is what later ones are expected by.'
            : effectWords(kind, effects)}
        </p>
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            Say so
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
