'use client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'

type Props = {
  /** "12 dead letters". */
  what: string
  isOpen: boolean
  onClose: () => void
  onDiscard: () => void
}

/** Asks once more before work is laid aside for good. */
export function DiscardDialog({ what, isOpen, onClose, onDiscard }: Props) {
  return (
    <Dialog title={`Discard ${what}?`} role="alertdialog" isOpen={isOpen} onOpenChange={onClose}>
      <p className="text-ink-soft text-sm">
        Nobody does this work any more. It stays in the list of what was discarded, to be read.
      </p>
      <DialogActions>
        <Button onPress={onClose}>Keep</Button>
        <Button look="primary" onPress={onDiscard}>
          Discard
        </Button>
      </DialogActions>
    </Dialog>
  )
}
