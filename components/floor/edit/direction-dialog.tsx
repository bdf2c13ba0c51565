'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { layoutAisleSchema } from '@/lib/floor/schema'
import { aislePath } from './edit-paths'

const DIRECTIONS = [
  { id: 'both', text: 'Both ways' },
  { id: 'up', text: 'Front to back' },
  { id: 'down', text: 'Back to front' },
] as const
type Direction = (typeof DIRECTIONS)[number]['id']

type Props = { site: string; aisle: string; direction: Direction; onDone: () => void }

/** How an aisle may be walked from now on. */
export function DirectionDialog({ site, aisle, direction, onDone }: Props) {
  const { change, isPending } = useChange(site, 'floor')
  const [chosen, setChosen] = useState<Direction>(direction)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const send = async () => {
      await sendJson('PUT', aislePath(site, aisle), layoutAisleSchema, { direction: chosen })
      return `Aisle ${aisle}: ${DIRECTIONS.find(({ id }) => id === chosen)?.text.toLowerCase()}`
    }
    if (await change({ send, failed: 'Its direction was not changed' })) onDone()
  }
  return (
    <Dialog title={`Direction of aisle ${aisle}`} isOpen onOpenChange={onDone}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <ChoiceBar label="Direction" options={DIRECTIONS} chosen={chosen} onChoose={setChosen} />
        <DialogActions>
          <Button onPress={onDone}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Changing…' : 'Change it'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
