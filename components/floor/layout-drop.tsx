'use client'
import { FileUp } from 'lucide-react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'

type Props = { isPending: boolean; onFile: (file: File) => void }

/** Where a layout file is dropped, or chosen. */
export function LayoutDrop({ isPending, onFile }: Props) {
  return (
    <DropZone
      aria-label="Drop a layout file here"
      onDrop={async ({ items }) => {
        const item = items.find((one) => one.kind === 'file')
        if (item?.kind === 'file') onFile(await item.getFile())
      }}
      className="flex flex-col items-center gap-3 rounded-lg border-2 border-edge border-dashed bg-surface px-6 py-8 text-center data-drop-target:border-focus data-drop-target:bg-running-tint"
    >
      <FileUp size={28} aria-hidden="true" className="text-ink-soft" />
      <p className="font-medium text-base text-ink">Drop a layout of the hall</p>
      <p className="max-w-prose text-pretty text-ink-soft text-sm">
        The whole hall as JSON (<code className="font-mono">stowline-layout/1</code>), or its bins as CSV, one
        a row. You see what it would change before anything does. To begin, save the layout there is and edit
        it.
      </p>
      <FileTrigger
        acceptedFileTypes={['.json', '.csv', 'application/json', 'text/csv']}
        onSelect={(files) => {
          const file = files?.item(0)
          if (file) onFile(file)
        }}
      >
        <Button look="primary" isPending={isPending}>
          {isPending ? 'Reading…' : 'Choose a file'}
        </Button>
      </FileTrigger>
    </DropZone>
  )
}
