'use client'
import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { IconButton } from './icon-button'

/** Copies a text; `what` names it: "order number". */
export function CopyButton({ what, text }: { what: string; text: string }) {
  return (
    <IconButton label={`Copy the ${what}`} onPress={() => void copy(what, text)}>
      <Copy size={15} aria-hidden="true" />
    </IconButton>
  )
}

async function copy(what: string, text: string): Promise<void> {
  // The clipboard is closed to pages that did not come by HTTPS or from this machine.
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  if (copied) toast.success(`The ${what} is copied`)
  else toast.error(`This browser does not let the page copy. Select the ${what} and copy it.`)
}
