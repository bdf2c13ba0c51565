'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { queueName } from './queue-words'

const LENGTHS = [
  { id: '15', text: '15 min' },
  { id: '60', text: '1 h' },
  { id: '480', text: '8 h' },
] as const

const REASON_CHARACTERS = 300

type Props = {
  queue: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onSilence: (minutes: number, reason: string) => void
}

/** For how long nobody is sent a word about a queue, and why. */
export function SilenceDialog({ queue, isOpen, onOpenChange, onSilence }: Props) {
  const [minutes, setMinutes] = useState<(typeof LENGTHS)[number]['id']>('15')
  const [reason, setReason] = useState('')
  return (
    <Dialog title={`Silence: ${queueName(queue)}`} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="text-ink-soft text-sm">
        Its alerts still open and show here, but nobody is sent a word until the time is over.
      </p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSilence(Number(minutes), reason)
        }}
      >
        <ChoiceBar label="For how long" options={LENGTHS} chosen={minutes} onChoose={setMinutes} />
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={REASON_CHARACTERS}
          isRequired
        />
        <DialogActions>
          <Button onPress={() => onOpenChange(false)}>Leave it</Button>
          <Button look="primary" type="submit">
            Silence
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
