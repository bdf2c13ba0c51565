'use client'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { Role } from '@/lib/sites/schema'
import type { NavPlace } from './known-places'
import { PaletteSearch } from './palette-search'
import { useIsApple, useShortcut } from './use-shortcut'

type Props = {
  person: { id: string; role: Role }
  sites: readonly string[]
  /** The screens of the person's navigation. */
  places: readonly NavPlace[]
}

/** One field that leads anywhere: Ctrl-K from every screen, or its button. */
export function Palette(props: Props) {
  const [isOpen, setOpen] = useState(false)
  const isApple = useIsApple()
  useShortcut(() => setOpen((before) => !before))
  return (
    <>
      <Button
        aria-label="Find anything"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onPress={() => setOpen(true)}
        className="grid size-11 cursor-pointer place-items-center rounded-md text-ink-soft hover:bg-inset hover:text-ink md:flex md:h-8 md:w-auto md:gap-2 md:border md:border-edge md:bg-surface md:px-2.5 md:text-sm lg:w-56"
      >
        <Search size={16} aria-hidden="true" />
        <span className="max-lg:hidden">Find anything</span>
        <kbd className="ml-auto whitespace-nowrap rounded-sm border border-line bg-inset px-1.5 font-mono text-xs max-md:hidden">
          {isApple ? '⌘ K' : 'Ctrl K'}
        </kbd>
      </Button>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-40 flex items-start justify-center bg-veil md:p-4 md:pt-[12vh]"
      >
        <Modal className="flex w-full flex-col bg-surface shadow-float max-md:h-dvh md:max-h-[70vh] md:max-w-xl md:rounded-lg md:border md:border-line">
          <Dialog aria-label="Find anything" className="flex min-h-0 grow flex-col outline-none">
            <PaletteSearch {...props} onClose={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
