'use client'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

type Props = { title: string; note?: ReactNode; onClose: () => void; children: ReactNode }

/** What belongs to the map and lies beside it: at its right edge, on a phone along its foot. */
export function SidePanel({ title, note, onClose, children }: Props) {
  return (
    <section
      aria-label={title}
      className="absolute z-3 flex flex-col overflow-hidden border-line bg-surface shadow-float max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[45%] max-md:rounded-t-lg max-md:border-t md:top-3 md:right-3 md:max-h-[calc(100%-11rem)] md:w-76 md:rounded-lg md:border"
    >
      <header className="flex items-center justify-between gap-2 border-line border-b py-1 pr-1 pl-4">
        <div className="min-w-0 py-1">
          <h2 className="truncate font-semibold text-ink text-sm">{title}</h2>
          {note ? <p className="text-ink-soft text-xs">{note}</p> : null}
        </div>
        <IconButton label={`Close ${title}`} onPress={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className="min-h-0 overflow-y-auto">{children}</div>
    </section>
  )
}

/** A row that is pressed. */
export function PanelRow({
  isChosen = false,
  onPress,
  children,
}: {
  isChosen?: boolean
  onPress: () => void
  children: ReactNode
}) {
  return (
    <li>
      <button
        type="button"
        data-row-link
        aria-pressed={isChosen}
        onClick={onPress}
        className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-3 border-line border-b px-4 py-1.5 text-left text-ink text-sm hover:bg-inset focus:bg-inset aria-pressed:bg-running-tint"
      >
        {children}
      </button>
    </li>
  )
}
