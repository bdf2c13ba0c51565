'use client'
import { useState } from 'react'
import { FetchProblem } from '@/components/live/fetch-json'
import { useConnectionState } from '@/components/live/live-provider'
import { sendJson } from '@/components/live/send-json'
import { BigButton } from '@/components/ui/big-button'
import { Notice } from '@/components/ui/notice'
import { NumberPad } from '@/components/ui/number-pad'
import { ScanField } from '@/components/ui/scan-field'
import { gtin13Of } from '@/lib/catalog/rules/gs1-key'
import { type MoveTask, moveConfirmedSchema } from '@/lib/picking/slotting-schema'
import { moveConfirmationsPath } from './move-paths'

type Props = { site: string; task: MoveTask; onLeave: () => void; onDone: (words: string) => void }
type Step = 'from' | 'item' | 'to'

/** One transfer: scan the bin, scan the item, take them, scan the bin where they go. */
export function MoveSteps({ site, task, onLeave, onDone }: Props) {
  const [step, setStep] = useState<Step>('from')
  const [quantity, setQuantity] = useState<number | null>(task.free)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const isOffline = useConnectionState() === 'offline'
  const go = (next: Step) => {
    setProblem(null)
    setStep(next)
  }
  const put = async (bin: string) => {
    if (!quantity) return
    setSending(true)
    const said = { transfer: task.transfer, bin, quantity, at: new Date().toISOString() }
    try {
      await sendJson('POST', moveConfirmationsPath(site, task.id), moveConfirmedSchema, said)
      const where = bin === task.to ? bin : `${bin}, where you scanned it, instead of ${task.to}`
      onDone(`${quantity} × ${task.name} in ${where}.`)
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      setProblem(error.message)
    } finally {
      setSending(false)
    }
  }
  const scanned: Record<Step, (text: string) => void> = {
    from: (text) => (text === task.from ? go('item') : setProblem(`That was ${text}, not ${task.from}.`)),
    item: (text) => (isItem(text, task) ? go('to') : setProblem(`${text} is another item.`)),
    to: (text) => void put(text),
  }
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
      {isOffline && step === 'to' ? (
        <Notice state="late" title="No network.">
          Scan the bin once there is one.
        </Notice>
      ) : isSending ? (
        <p role="status" className="rounded-md bg-waiting-tint p-4 text-center text-base text-ink">
          One moment…
        </p>
      ) : (
        <ScanField key={step} label={LABEL[step]} placeholder={HINT[step]} onScan={scanned[step]} />
      )}
      {step === 'to' ? (
        <NumberPad label="How many you took" value={quantity} most={task.free} onChange={setQuantity} />
      ) : null}
      <BigButton look="outline" isPending={isSending} onPress={onLeave}>
        Not now
      </BigButton>
    </section>
  )
}

const LABEL: Record<Step, string> = {
  from: 'Scan the bin',
  item: 'Scan the item',
  to: 'Scan the bin where you put it',
}
const HINT: Record<Step, string> = { from: 'A00-00-A0', item: 'Barcode or SKU', to: 'A00-00-A0' }

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

const isItem = (text: string, { sku, gtin }: MoveTask): boolean =>
  text === sku.toUpperCase() || gtin13Of(text) === gtin
