'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { binStateSchema } from '@/lib/floor/schema'
import { binStatePath, REASON_CHARACTERS } from './edit-paths'

type Props = {
  site: string
  bin: string
  /** As it is: an open bin is closed, a closed one opened again. */
  state: 'open' | 'closed'
  onDone: () => void
}

/** Closes a bin, with the reason, or opens it again. */
export function CloseBinDialog({ site, bin, state, onDone }: Props) {
  const { change, isPending } = useChange(site, 'floor')
  const [reason, setReason] = useState('')
  const [isTold, setTold] = useState(false)
  const isClosing = state === 'open'
  const isMissing = isClosing && reason.trim() === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTold(true)
    if (isMissing) return
    const body = isClosing ? { site, state: 'closed', reason: reason.trim() } : { site, state: 'open' }
    const send = async () => {
      await sendJson('PUT', binStatePath(bin), binStateSchema, body)
      return `${bin} is ${isClosing ? 'closed' : 'open'}`
    }
    if (await change({ send, failed: `${bin} was not ${isClosing ? 'closed' : 'opened'}` })) onDone()
  }
  return (
    <Dialog title={`${isClosing ? 'Close' : 'Open'} ${bin}`} isOpen onOpenChange={onDone}>
      <p className="text-ink-soft text-sm">
        {isClosing
          ? 'Nothing more is put there. What lies there may still be taken out.'
          : 'Goods are put there again.'}
      </p>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {isClosing ? (
          <TextField
            label="Reason"
            value={reason}
            onChange={setReason}
            maxLength={REASON_CHARACTERS}
            isRequired
            isInvalid={isTold && isMissing}
            problem="Why, in words for the floor."
            autoFocus
          />
        ) : null}
        <DialogActions>
          <Button onPress={onDone}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {isClosing ? (isPending ? 'Closing…' : 'Close it') : isPending ? 'Opening…' : 'Open it'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
