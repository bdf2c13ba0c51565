'use client'
import { useState } from 'react'
import { binOn } from '@/components/scan/read-label'
import { ScanBar } from '@/components/scan/scan-bar'
import { useScanner } from '@/components/scan/use-scanner'
import { BigButton } from '@/components/ui/big-button'
import { NumberPad } from '@/components/ui/number-pad'
import type { Stow, StowBin, StowConfirmation } from '@/lib/inventory/stow-schema'
import { PickStowPicture } from './pick-stow-picture'

type Props = {
  stow: Stow
  load: StowBin
  waiting: StowConfirmation | null
  isOffline: boolean
  isBusy: boolean
  onScan: (said: StowConfirmation) => void
  onGiveUp: () => void
}

/** Where to: the bin in huge letters, how many, why; the bin that is scanned is where they are. */
export function PickStowBin({ stow, load, waiting, isOffline, isBusy, onScan, onGiveUp }: Props) {
  const [quantity, setQuantity] = useState<number | null>(load.quantity)
  const [isFewer, setFewer] = useState(false)
  const places = stow.bins.filter(({ state }) => state === 'open').length
  const scan = (label: string) => {
    if (!quantity || waiting) return
    const { loadId } = load
    const said = { operationId: crypto.randomUUID(), loadId, quantity, at: new Date().toISOString() }
    onScan({ ...said, bin: binOn(label) })
  }
  useScanner(scan)
  return (
    <section
      aria-label={`Bin ${load.bin}`}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 shadow-panel"
    >
      <div className="min-w-0 text-center">
        <p className="text-ink text-lg leading-snug">{stow.name}</p>
        <p className="text-ink-soft text-sm">
          {load.quantity} of {stow.quantity} into{places > 1 ? ` the first of ${places} bins` : ''}
        </p>
      </div>
      <p className="text-center font-bold font-mono text-bin text-ink tracking-tighter">{load.bin}</p>
      <PickStowPicture aisle={load.aisle} side={load.side} level={load.level} />
      {waiting ? (
        <p role="status" className="rounded-md bg-waiting-tint p-4 text-center text-base text-ink">
          {isOffline
            ? `${waiting.bin} is kept on this phone until there is a network.`
            : `${waiting.bin}: one moment…`}
        </p>
      ) : (
        <ScanBar what="the bin" onScan={scan} />
      )}
      <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-soft text-sm">
        {load.because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {waiting ? null : isFewer ? (
        <NumberPad label="How many go in here" value={quantity} most={load.quantity} onChange={setQuantity} />
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <BigButton look="outline" isDisabled={load.quantity === 1} onPress={() => setFewer(true)}>
            Fewer fit
          </BigButton>
          <BigButton look="outline" isDisabled={isOffline} isPending={isBusy} onPress={onGiveUp}>
            Not now
          </BigButton>
        </div>
      )}
    </section>
  )
}
