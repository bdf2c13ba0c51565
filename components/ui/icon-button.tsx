'use client'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

/** A button that is only a picture: its name shows when it is pointed at or focused. */
export function IconButton({
  label,
  onPress,
  children,
}: {
  label: string
  onPress: () => void
  children: ReactNode
}) {
  return (
    <TooltipTrigger delay={300}>
      <Button
        aria-label={label}
        onPress={onPress}
        className="grid size-11 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-inset hover:text-ink md:size-8"
      >
        {children}
      </Button>
      <Tooltip offset={6} className="rounded-sm bg-rail px-2 py-1 text-rail-ink text-xs shadow-float">
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
