'use client'
import { useState } from 'react'
import type { DeviceSettings } from '@/components/scan/device-settings'
import { ScanBar } from '@/components/scan/scan-bar'
import { signal } from '@/components/scan/signals'
import { useScanner } from '@/components/scan/use-scanner'
import { BigButton } from '@/components/ui/big-button'
import { NumberPad } from '@/components/ui/number-pad'
import { readScan } from '@/lib/picking/rules/read-scan'
import type { Tour, TourStop } from '@/lib/picking/schema'
import { judgeScan, type Step, toteWords } from './judge-scan'
import { ShortPick } from './short-pick'
import { StopPicture } from './stop-picture'
import type { ShortReason } from './tour-words'
import { WrongScan } from './wrong-scan'

type Props = {
  tour: Tour
  stop: TourStop
  next: TourStop | undefined
  settings: DeviceSettings
  /** The site's date, YYYY-MM-DD. */
  today: () => string
  onPick: (quantity: number) => void
  onShort: (found: number, reason: ShortReason) => void
}

const STEP_AFTER: Record<Exclude<Step, 'tote'>, (wanted: number) => Step> = {
  bin: () => 'item',
  item: (wanted) => (wanted > 1 ? 'count' : 'tote'),
  count: () => 'tote',
}

/** One stop: scan the bin, scan the item, count, into the tote, go. What is wrong stops in red and says what it is. */
export function StopScreen({ tour, stop, next, settings, today, onPick, onShort }: Props) {
  const wanted = stop.quantity - stop.picked
  const [step, setStep] = useState<Step | 'short'>('bin')
  const [count, setCount] = useState<number | null>(wanted)
  const [wrong, setWrong] = useState<{ title: string; text: string } | null>(null)

  const scan = (text: string) => {
    if (step === 'short') return
    const verdict = judgeScan(readScan(text, tour), step, stop, tour, today())
    setWrong(verdict.ok ? null : verdict)
    signal(verdict.ok ? 'right' : 'wrong', settings)
    if (!verdict.ok || step === 'count') return
    if (step === 'tote') onPick(wanted)
    else setStep(STEP_AFTER[step](wanted))
  }
  useScanner(scan)

  if (step === 'short')
    return (
      <ShortPick
        stop={stop}
        tote={toteWords(tour, stop.tote)}
        most={wanted - 1}
        likely={count !== null && count < wanted ? count : 0}
        onBack={() => setStep('bin')}
        onShort={onShort}
      />
    )
  return (
    <>
      <main className="flex min-h-0 grow flex-col gap-3 overflow-y-auto p-4">
        {wrong ? <WrongScan {...wrong} onAgain={() => setWrong(null)} /> : null}
        <StopPicture tour={tour} stop={stop} next={next} step={step} />
      </main>
      <footer className="flex shrink-0 flex-col gap-2 border-line border-t bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        {step === 'bin' || step === 'item' ? <ScanBar what={`the ${step}`} onScan={scan} /> : null}
        {step === 'count' ? (
          <CountStep
            wanted={wanted}
            count={count}
            onCount={setCount}
            onEnough={() => setStep('tote')}
            onTooFew={() => setStep('short')}
          />
        ) : null}
        {step === 'tote' ? (
          <BigButton onPress={() => onPick(wanted)}>
            {wanted} in {toteWords(tour, stop.tote)}, go on
          </BigButton>
        ) : null}
        {step === 'count' ? null : (
          <BigButton look="plain" onPress={() => setStep('short')}>
            Not enough here
          </BigButton>
        )}
      </footer>
    </>
  )
}

type CountProps = {
  wanted: number
  count: number | null
  onCount: (count: number | null) => void
  onEnough: () => void
  onTooFew: () => void
}

function CountStep({ wanted, count, onCount, onEnough, onTooFew }: CountProps) {
  return (
    <>
      <NumberPad label="How many did you take" value={count} most={wanted} onChange={onCount} />
      <BigButton isDisabled={count === null} onPress={count === wanted ? onEnough : onTooFew}>
        {count === wanted ? `I have ${wanted}` : `Only ${count ?? '?'} of ${wanted}`}
      </BigButton>
    </>
  )
}
