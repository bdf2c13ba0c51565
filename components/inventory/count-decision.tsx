'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { type StockCountPage, stockCountPageSchema } from '@/lib/inventory/schema'
import { countPath } from './count-paths'

const REASON_CHARACTERS = 300

type Props = { site: string; count: StockCountPage }

/** Believes the count, or the book: the differences are written, or dropped with a reason. */
export function CountDecision({ site, count }: Props) {
  const { change, isPending } = useChange(site, 'picks')
  const [isRejecting, setRejecting] = useState(false)
  const waiting = count.items.filter(({ state }) => state === 'waiting').length
  const approve = async () => {
    const send = async () => {
      await sendJson('POST', `${countPath(count.id)}/approve`, stockCountPageSchema, {})
      return 'The differences go into the book'
    }
    await change({ send, failed: 'The count was not approved' })
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button onPress={() => setRejecting(true)}>Reject…</Button>
      <Button look="primary" isPending={isPending} onPress={() => void approve()}>
        {isPending ? 'Approving…' : `Approve ${waiting} ${waiting === 1 ? 'difference' : 'differences'}`}
      </Button>
      {isRejecting ? <RejectDialog site={site} count={count} onClose={() => setRejecting(false)} /> : null}
    </div>
  )
}

function RejectDialog({ site, count, onClose }: Props & { onClose: () => void }) {
  const { change, isPending } = useChange(site, 'picks')
  const [reason, setReason] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const send = async () => {
      await sendJson('POST', `${countPath(count.id)}/reject`, stockCountPageSchema, { reason })
      return 'The book stays as it was'
    }
    if (await change({ send, failed: 'The count was not rejected' })) onClose()
  }
  return (
    <Dialog title="Reject this count" isOpen onOpenChange={onClose}>
      <p className="text-ink-soft text-sm">
        The differences are dropped; the book stays. Have it counted again if in doubt.
      </p>
      <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={REASON_CHARACTERS}
          isRequired
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Rejecting…' : 'Reject'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
