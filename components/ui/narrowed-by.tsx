'use client'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'

/** What a list is narrowed by beyond its fields; pressed, it is taken away. */
export function NarrowedBy({ onRemove, children }: { onRemove: () => void; children: ReactNode }) {
  return (
    <Button onPress={onRemove}>
      {children}
      <X size={14} aria-label="Remove" />
    </Button>
  )
}
