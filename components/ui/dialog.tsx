'use client'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

type Props = {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** `alertdialog` for a question that must be answered. */
  role?: 'dialog' | 'alertdialog'
  children: ReactNode
}

/** A question over the page: from the bottom under a thumb, in the middle at a desk. Escape leaves it. */
export function Dialog({ title, isOpen, onOpenChange, role = 'dialog', children }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-30 flex items-end justify-center bg-veil md:items-center md:p-4"
    >
      <Modal className="max-h-dvh w-full overflow-y-auto rounded-t-lg border border-line bg-surface shadow-float md:max-w-lg md:rounded-lg">
        <AriaDialog role={role} className="flex flex-col gap-4 p-5 outline-none">
          <Heading slot="title" className="font-semibold text-ink text-lg tracking-tight">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What a dialog ends with; the way out first, so that the deed is under the thumb. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap justify-end gap-2 pt-1 max-md:*:grow">{children}</div>
}
