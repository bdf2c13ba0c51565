'use client'
import { z } from 'zod'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { blockPath } from './edit-paths'

type Props = { site: string; block: { id: number; aisle: string; reason: string }; onDone: () => void }

/** Lifts a block: what it kept is walked again. */
export function LiftBlockDialog({ site, block: { id, aisle, reason }, onDone }: Props) {
  const { change, isPending } = useChange(site, 'floor')
  const lift = async () => {
    const send = async () => {
      await sendJson('DELETE', blockPath(site, id), z.null())
      return `Free again: aisle ${aisle}`
    }
    if (await change({ send, failed: 'It is still blocked' })) onDone()
  }
  return (
    <Dialog title={`Lift the block at aisle ${aisle}`} isOpen onOpenChange={onDone}>
      <p className="text-ink-soft text-sm">Blocked because: {reason}. Tours go through again from now on.</p>
      <DialogActions>
        <Button onPress={onDone}>Leave it</Button>
        <Button look="primary" isPending={isPending} onPress={() => void lift()}>
          {isPending ? 'Lifting…' : 'Lift it'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
