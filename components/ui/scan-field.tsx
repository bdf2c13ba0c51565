'use client'
import { ScanBarcode } from 'lucide-react'
import { type FormEvent, useState } from 'react'

type Props = { label: string; placeholder: string; onScan: (text: string) => void }

/** A field that a scanner types into, in capitals; Enter hands over what was scanned. */
export function ScanField({ label, placeholder, onScan }: Props) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const scanned = text.trim().toUpperCase()
    // What did not fit is no beginning of the next scan.
    setText('')
    if (scanned !== '') onScan(scanned)
  }
  return (
    <form onSubmit={submit}>
      <label className="flex flex-col gap-1.5 font-medium text-base text-ink">
        {label}
        <span className="relative flex items-center">
          <ScanBarcode size={24} aria-hidden="true" className="absolute left-3 text-ink-soft" />
          <input
            value={text}
            onChange={(event) => setText(event.target.value)}
            // A scanner types wherever the focus is: a tap beside the field must not silence it.
            onBlur={({ target, relatedTarget }) => relatedTarget === null && setTimeout(() => target.focus())}
            // biome-ignore lint/a11y/noAutofocus: a scanner types wherever the focus is
            autoFocus
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="done"
            placeholder={placeholder}
            className="min-h-16 w-full rounded-md border border-edge bg-surface pr-3 pl-12 font-mono text-ink text-xl placeholder:text-ink-soft"
          />
        </span>
      </label>
    </form>
  )
}
