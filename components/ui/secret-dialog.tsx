'use client'
import type { ReactNode } from 'react'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { Dialog, DialogActions } from './dialog'
import { Notice } from './notice'

type Props = {
  title: string
  /** What it is called when it is copied: "secret", "password". */
  what?: string
  secret: string
  onClose: () => void
  /** What it is for, as the end of a sentence. */
  children: ReactNode
}

/** Shows a secret, this one time. */
export function SecretDialog({ title, what = 'secret', secret, onClose, children }: Props) {
  return (
    <Dialog title={title} role="alertdialog" isOpen onOpenChange={onClose}>
      <Notice state="late" title="Copy it now:">
        it is shown this one time. {children}
      </Notice>
      <p className="flex items-center gap-2 rounded-md bg-inset py-1 pr-1 pl-3">
        <code className="min-w-0 grow font-mono text-ink text-sm [overflow-wrap:anywhere]">{secret}</code>
        <CopyButton what={what} text={secret} />
      </p>
      <DialogActions>
        <Button look="primary" onPress={onClose}>
          I have it
        </Button>
      </DialogActions>
    </Dialog>
  )
}
