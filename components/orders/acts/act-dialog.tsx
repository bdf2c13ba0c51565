'use client'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'

type Props = {
  title: string
  /** What happens when it is done, for whoever is about to. */
  consequence: string
  deed: string
  isPending: boolean
  onClose: () => void
  /** Left out where the deed needs no reason. */
  reasonLabel?: string
  onDo: (reason: string) => Promise<boolean>
  children?: ReactNode
}

/** A deed that is confirmed and given a reason; it stays open until it is done. */
export function ActDialog({
  title,
  consequence,
  deed,
  isPending,
  onClose,
  reasonLabel,
  onDo,
  children,
}: Props) {
  const [reason, setReason] = useState('')
  const form = useId()
  const act = async () => {
    if (await onDo(reason.trim())) onClose()
  }
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void act()
        }}
      >
        <p className="text-ink-soft text-sm">{consequence}</p>
        {children}
        {reasonLabel ? (
          <TextField label={reasonLabel} value={reason} onChange={setReason} isRequired maxLength={400} />
        ) : null}
        <DialogActions>
          <Button onPress={onClose}>Leave it</Button>
          <Button type="submit" look="primary" isPending={isPending}>
            {deed}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
