'use client'
import { FileUp } from 'lucide-react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '@/components/ui/button'
import { saveFile } from '@/components/ui/save-file'
import { TEMPLATE } from './import-files'

type Props = { isPending: boolean; onFile: (file: File) => void }

/** Where a CSV file is dropped, or chosen. */
export function ImportDrop({ isPending, onFile }: Props) {
  return (
    <DropZone
      aria-label="Drop a CSV file here"
      getDropOperation={(types) => (types.has('text/csv') || types.has('text/plain') ? 'copy' : 'cancel')}
      onDrop={async ({ items }) => {
        const item = items.find((one) => one.kind === 'file')
        if (item?.kind === 'file') onFile(await item.getFile())
      }}
      className="flex flex-col items-center gap-3 rounded-lg border-2 border-edge border-dashed bg-surface px-6 py-8 text-center data-drop-target:border-focus data-drop-target:bg-running-tint"
    >
      <FileUp size={28} aria-hidden="true" className="text-ink-soft" />
      <p className="font-medium text-base text-ink">Drop a CSV file of stock events</p>
      <p className="max-w-prose text-ink-soft text-sm">
        Columns: <code className="font-mono">type</code>, <code className="font-mono">sku</code> or{' '}
        <code className="font-mono">gtin</code>, <code className="font-mono">quantity</code>; if you know
        them, bin, toBin, lot, expiresOn, reason, observedAt, id. A file sent twice changes stock once.
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <FileTrigger
          acceptedFileTypes={['.csv', 'text/csv', 'text/plain']}
          onSelect={(files) => {
            const file = files?.item(0)
            if (file) onFile(file)
          }}
        >
          <Button look="primary" isPending={isPending}>
            {isPending ? 'Sending…' : 'Choose a file'}
          </Button>
        </FileTrigger>
        <Button onPress={() => saveFile('stock-events.csv', TEMPLATE, 'text/csv')}>Get a template</Button>
      </div>
    </DropZone>
  )
}
