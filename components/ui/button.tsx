'use client'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { type ButtonLook, buttonLook } from './button-look'

type Props = {
  look?: ButtonLook
  type?: 'button' | 'submit'
  /** Work is under way: the button keeps its focus and ignores presses. */
  isPending?: boolean
  isDisabled?: boolean
  onPress?: () => void
  children: ReactNode
}

export function Button({ look = 'outline', type = 'button', ...rest }: Props) {
  return <AriaButton {...rest} type={type} className={buttonLook(look)} />
}
