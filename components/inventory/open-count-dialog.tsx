'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { stockCountSchema } from '@/lib/inventory/schema'

const REASON_CHARACTERS = 300

type Props = {
  site: string
  /** Of one item; without it, the bin to count is asked for. */
  sku?: string
  /** What is in the field for the bin at first. */
  bin?: string
  onClose: () => void
}

/** Asks for a count: an item in all its bins, or a whole bin. A picker finds it on the phone. */
export function OpenCountDialog({ site, sku, bin: asked = '', onClose }: Props) {
  const { change, isPending } = useChange(site, 'picks')
  const [bin, setBin] = useState(asked)
  const [reason, setReason] = useState('')
  const [isTold, setTold] = useState(false)
  const isMissing = sku === undefined && bin.trim() === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTold(true)
    if (isMissing) return
    const body = { site, reason, ...(sku === undefined ? { bin: bin.trim().toUpperCase() } : { sku }) }
    const send = async () => {
      await sendJson('POST', '/api/counts', stockCountSchema, body)
      return 'It is on the pickers’ list of counts'
    }
    if (await change({ send, failed: 'No count was opened' })) onClose()
  }
  return (
    <Dialog
      title={sku === undefined ? 'Have a bin counted' : 'Have it counted'}
      isOpen
      onOpenChange={onClose}
    >
      <p className="text-ink-soft text-sm">
        Whoever counts does not see what the book says. Stock may go on moving meanwhile.
      </p>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {sku === undefined ? (
          <TextField
            label="Bin"
            value={bin}
            onChange={setBin}
            isRequired
            isInvalid={isTold && isMissing}
            problem="The address on the bin’s label."
            autoFocus
          />
        ) : null}
        <TextField
          label="Reason (not required)"
          value={reason}
          onChange={setReason}
          maxLength={REASON_CHARACTERS}
        />
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Opening…' : 'Open the count'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
