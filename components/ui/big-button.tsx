'use client'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'

type Props = {
  look?: 'primary' | 'outline'
  isDisabled?: boolean
  isPending?: boolean
  onPress: () => void
  children: ReactNode
}

const LOOKS = {
  primary: 'bg-action text-on-action hover:bg-action-hover',
  outline: 'border border-edge bg-surface text-ink hover:bg-inset',
}

/** The one thing to do next, as wide as the phone and high enough for a gloved thumb. */
export function BigButton({ look = 'primary', children, ...rest }: Props) {
  return (
    <Button
      {...rest}
      className={`flex min-h-14 w-full cursor-pointer touch-manipulation items-center justify-center gap-2 rounded-md px-4 font-semibold text-lg data-disabled:cursor-default data-disabled:opacity-50 ${LOOKS[look]}`}
    >
      {children}
    </Button>
  )
}
