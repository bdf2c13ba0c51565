'use client'
import { useState } from 'react'
import type { MoveAct } from '@/components/outbox/act'
import { useDeviceSettings } from '@/components/scan/device-settings'
import { binOn, itemOn } from '@/components/scan/read-label'
import { ScanBar } from '@/components/scan/scan-bar'
import { signal } from '@/components/scan/signals'
import { useScanner } from '@/components/scan/use-scanner'
import { BigButton } from '@/components/ui/big-button'
import { Notice } from '@/components/ui/notice'
import { NumberPad } from '@/components/ui/number-pad'
import { gtin14Of } from '@/lib/catalog/rules/gs1-key'
import type { MoveTask } from '@/lib/picking/slotting-schema'

type Props = { site: string; task: MoveTask; onLeave: () => void; onDone: (act: MoveAct) => void }
type Step = 'from' | 'item' | 'to'

/** One transfer: scan the bin, scan the item, take them, scan the bin where they go. */
export function MoveSteps({ site, task, onLeave, onDone }: Props) {
  const [step, setStep] = useState<Step>('from')
  const [quantity, setQuantity] = useState<number | null>(task.free)
  const [problem, setProblem] = useState<string | null>(null)
  const settings = useDeviceSettings()
  const judged = (isRight: boolean, next: Step, words: string) => {
    setProblem(isRight ? null : words)
    if (isRight) setStep(next)
    return isRight
  }
  const put = (bin: string) => {
    if (!quantity) return false
    const at = new Date().toISOString()
    const said = { transfer: task.transfer, bin, quantity, at }
    const { id: moveId, name } = task
    onDone({ kind: 'move', operationId: crypto.randomUUID(), at, site, moveId, name, said })
    return true
  }
  const taken: Record<Step, (label: string) => boolean> = {
    from: (label) =>
      judged(binOn(label) === task.from, 'item', `That was ${binOn(label)}, not ${task.from}.`),
    item: (label) => judged(isItem(label, task), 'to', `${itemOn(label).query} is another item.`),
    to: (label) => put(binOn(label)),
  }
  const scan = (label: string) => signal(taken[step](label) ? 'right' : 'wrong', settings)
  useScanner(scan)
  return (
    <section
      aria-label={`${task.name} from ${task.from} to ${task.to}`}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 shadow-panel"
    >
      <Where step={step} task={task} quantity={quantity} />
      {problem === null ? null : (
        <Notice state="failed" role="alert" title="Not this.">
          {problem}
        </Notice>
      )}
      <ScanBar key={step} what={WHAT[step]} onScan={scan} />
      {step === 'to' ? (
        <NumberPad label="How many you took" value={quantity} most={task.free} onChange={setQuantity} />
      ) : null}
      <BigButton look="outline" onPress={onLeave}>
        Not now
      </BigButton>
    </section>
  )
}

const WHAT: Record<Step, string> = { from: 'the bin', item: 'the item', to: 'the new bin' }

function Where({ step, task, quantity }: { step: Step; task: MoveTask; quantity: number | null }) {
  const { name, sku, from, to, free, held, because } = task
  return (
    <>
      <ol className="grid grid-cols-3 gap-2 text-center text-ink-soft text-sm" aria-label="Steps">
        {(['from', 'item', 'to'] as const).map((one) => (
          <li
            key={one}
            aria-current={one === step ? 'step' : undefined}
            className="rounded-md border border-line py-1.5 aria-[current=step]:border-edge aria-[current=step]:bg-inset aria-[current=step]:font-semibold aria-[current=step]:text-ink"
          >
            {{ from: 'Take from', item: 'Item', to: 'Put into' }[one]}
          </li>
        ))}
      </ol>
      <div className="min-w-0 text-center">
        <p className="text-ink text-lg leading-snug">{name}</p>
        <p className="font-mono text-ink-soft text-sm">{sku}</p>
      </div>
      <p className="text-center font-bold font-mono text-bin text-ink tracking-tighter">
        {step === 'to' ? to : from}
      </p>
      <p className="text-center text-base text-ink">
        {step === 'to' ? `${quantity ?? '?'} go in here` : `Take ${free}`}
        {held > 0 && step !== 'to' ? `; leave ${held}, they are promised to orders` : ''}
      </p>
      {step === 'from' ? <p className="text-center text-ink-soft text-sm">{because}</p> : null}
    </>
  )
}

function isItem(label: string, { sku, gtin }: MoveTask): boolean {
  const { query } = itemOn(label)
  return query.toUpperCase() === sku.toUpperCase() || gtin14Of(query) === gtin14Of(gtin)
}
