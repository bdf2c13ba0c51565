'use client'
import { Toaster } from 'sonner'

/** Where short notices appear: out of the way of the phone's bottom bar. Say things with `toast` from sonner. */
export function Toasts() {
  return (
    <Toaster
      position="bottom-right"
      mobileOffset={{ bottom: 80 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-2.5 rounded-md border border-line bg-surface px-4 py-3 font-sans text-ink text-sm shadow-float',
          success: '[&_[data-icon]]:text-done',
          error: '[&_[data-icon]]:text-failed',
          description: 'text-ink-soft',
          content: 'min-w-0 grow break-words',
          actionButton:
            'min-h-9 shrink-0 cursor-pointer whitespace-nowrap rounded-md border border-line px-3 font-medium',
        },
      }}
    />
  )
}
