'use client'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { fieldLook } from './field-look'

/** A labelled line of text; what is wrong with it, by `problem` or by the browser's own rules, is said below it. */
export function TextField({
  label,
  problem,
  ...rest
}: Omit<TextFieldProps, 'children' | 'className'> & { label: string; problem?: string | null }) {
  return (
    <AriaTextField {...rest} className="flex flex-col gap-1.5">
      <Label className="font-medium text-ink text-sm">{label}</Label>
      <Input className={`${fieldLook} px-3 md:min-h-10`} />
      <FieldError className="text-failed text-sm">{problem}</FieldError>
    </AriaTextField>
  )
}
