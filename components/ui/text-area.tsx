'use client'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { fieldLook } from './field-look'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with the text, in words; null when nothing is. */
  problem: string | null
}

/** Several lines to be written exactly, such as JSON. */
export function TextArea({ label, value, onChange, problem }: Props) {
  const rows = Math.min(24, Math.max(8, value.split('\n').length + 1))
  return (
    <AriaTextField
      value={value}
      onChange={onChange}
      isInvalid={problem !== null}
      spellCheck="false"
      className="flex flex-col gap-1.5"
    >
      <Label className="font-medium text-ink text-sm">{label}</Label>
      <AriaTextArea rows={rows} className={`${fieldLook} resize-y px-3 py-2 font-mono leading-5`} />
      <FieldError className="text-failed text-sm">{problem}</FieldError>
    </AriaTextField>
  )
}
