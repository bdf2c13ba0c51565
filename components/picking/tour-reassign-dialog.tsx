'use client'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'
import { LoadingRows } from '@/components/ui/skeleton'
import { type TourSummary, tourSchema } from '@/lib/picking/schema'
import { pickersPath, pickersSchema, reassignPath } from './tour-paths'

const EVERYBODY = ''

/** Gives a tour to another picker, or back to whoever asks next. */
export function TourReassignDialog({ tour, onClose }: { tour: TourSummary; onClose: () => void }) {
  const { site, tourId, picker, stopsDone, stopsTotal } = tour
  const { change, isPending } = useChange(site, 'picks')
  const pickers = useLiveQuery({ site, topic: 'picks', path: pickersPath(site), schema: pickersSchema })
  const [chosen, setChosen] = useState(EVERYBODY)
  const left = stopsTotal - stopsDone
  const reassign = async () => {
    await sendJson('POST', reassignPath(tourId), tourSchema, { picker: chosen === EVERYBODY ? null : chosen })
    return chosen === EVERYBODY ? 'What is left waits for the next picker' : 'The tour has a new picker'
  }
  const submit = async () => {
    if (await change({ send: reassign, failed: 'The tour was not reassigned' })) onClose()
  }
  return (
    <Dialog title={`Reassign the tour of ${picker.name}`} isOpen onOpenChange={onClose}>
      <p className="text-ink-soft text-sm">
        {left === 1 ? '1 stop is' : `${left} stops are`} left. {picker.name} hears of it with the next scan;
        what was picked stays in its totes.
      </p>
      <Answered query={pickers} loading={<LoadingRows rows={1} />}>
        {({ items }) => (
          <SelectField
            label="Who goes on"
            options={[
              { id: EVERYBODY, text: 'Nobody in particular: back to the waiting lists' },
              ...items.filter(({ id }) => id !== picker.id).map(({ id, name }) => ({ id, text: name })),
            ]}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </Answered>
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="primary" isPending={isPending} onPress={() => void submit()}>
          {isPending ? 'Reassigning…' : 'Reassign'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
