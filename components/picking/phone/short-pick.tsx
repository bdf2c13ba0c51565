'use client'
import { useState } from 'react'
import { BigButton } from '@/components/ui/big-button'
import { NumberPad } from '@/components/ui/number-pad'
import type { TourStop } from '@/lib/picking/schema'
import { REASON_WORDS, REASONS, type ShortReason, units } from './tour-words'

type Props = {
  stop: TourStop
  tote: string
  /** One less than wanted. */
  most: number
  likely: number
  onBack: () => void
  onShort: (found: number, reason: ShortReason) => void
}

/** A bin that has too little: how many were found, and why. */
export function ShortPick({ stop, tote, most, likely, onBack, onShort }: Props) {
  const [found, setFound] = useState<number | null>(likely)
  const [reason, setReason] = useState<ShortReason | null>(null)
  return (
    <>
      <main className="flex min-h-0 grow flex-col gap-3 overflow-y-auto p-4">
        <h1 className="font-semibold text-2xl text-ink">Not enough in {stop.bin}</h1>
        <p className="text-ink text-lg">{stop.name}</p>
        {most > 0 ? (
          <>
            <p className="text-base text-ink">How many did you find?</p>
            <NumberPad label="How many did you find" value={found} most={most} onChange={setFound} />
          </>
        ) : null}
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-base text-ink">Why?</legend>
          {REASONS.map((one) => (
            <label
              key={one}
              className="flex min-h-16 cursor-pointer items-center gap-3 rounded-md border border-edge bg-surface px-4 text-ink text-lg has-checked:border-action has-checked:bg-inset has-checked:font-semibold"
            >
              <input
                type="radio"
                name="reason"
                checked={reason === one}
                onChange={() => setReason(one)}
                className="size-6 accent-action"
              />
              {REASON_WORDS[one]}
            </label>
          ))}
        </fieldset>
      </main>
      <footer className="flex shrink-0 flex-col gap-2 border-line border-t bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        {found ? (
          <p className="text-center text-base text-ink">
            Put {units(found)} into {tote}.
          </p>
        ) : null}
        <BigButton
          isDisabled={reason === null || found === null}
          onPress={() => reason !== null && found !== null && onShort(found, reason)}
        >
          Short pick, found {found ?? '?'}
        </BigButton>
        <BigButton look="plain" onPress={onBack}>
          Back to the bin
        </BigButton>
      </footer>
    </>
  )
}
