'use client'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { Dialog, DialogActions } from './dialog'
import { Notice } from './notice'

/** Shows a secret of a webhook, this one time. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog title="The secret of the webhook" role="alertdialog" isOpen onOpenChange={onClose}>
      <Notice state="late" title="Copy it now:">
        it is shown this one time. Whoever receives the webhook checks its signature with it (Standard
        Webhooks).
      </Notice>
      <p className="flex items-center gap-2 rounded-md bg-inset py-1 pr-1 pl-3">
        <code className="min-w-0 grow font-mono text-ink text-sm [overflow-wrap:anywhere]">{secret}</code>
        <CopyButton what="secret" text={secret} />
      </p>
      <DialogActions>
        <Button look="primary" onPress={onClose}>
          I have it
        </Button>
      </DialogActions>
    </Dialog>
  )
}
