'use client'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './icon-button'

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode }

/** More of a thing, beside the page it belongs to; over it on a phone. Escape and a press beside it close it. */
export function Drawer({ title, isOpen, onClose, children }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onClose}
      isDismissable
      className="fixed inset-0 z-30 flex justify-end bg-veil max-md:items-end"
    >
      <Modal className="w-full overflow-y-auto border-line bg-surface shadow-float max-md:max-h-[92dvh] max-md:rounded-t-lg md:h-dvh md:max-w-xl md:border-l">
        <Dialog className="outline-none">
          <header className="sticky top-0 z-1 flex min-h-14 items-center justify-between gap-3 border-line border-b bg-surface px-5">
            <Heading slot="title" className="min-w-0 truncate font-semibold text-ink text-lg tracking-tight">
              {title}
            </Heading>
            <IconButton label="Close" onPress={onClose}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </header>
          <div className="flex flex-col gap-5 p-5">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
