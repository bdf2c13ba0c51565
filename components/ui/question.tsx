'use client'
import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog, DialogActions } from './dialog'

type Props = {
  title: string
  /** What the button that does it says. */
  deed: string
  isOpen: boolean
  onClose: () => void
  onDo: () => void
  children: ReactNode
}

/** Asks before something that is not easily undone. */
export function Question({ title, deed, isOpen, onClose, onDo, children }: Props) {
  return (
    <Dialog title={title} role="alertdialog" isOpen={isOpen} onOpenChange={onClose}>
      <p className="text-ink-soft text-sm [overflow-wrap:anywhere]">{children}</p>
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button
          look="primary"
          onPress={() => {
            onClose()
            onDo()
          }}
        >
          {deed}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
