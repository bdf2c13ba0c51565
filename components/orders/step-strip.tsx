import Link from 'next/link'
import { Count } from '@/components/ui/count'
import { STATE_INK, type State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import type { StepKind } from '@/lib/orders/schema'
import type { Today } from '@/lib/support/schema'
import { STEP_WORDS } from './words'

type Counts = Today['steps'][number]

/** The six steps of the checkout on their line, with what each has done and still owes today. */
export function StepStrip({ steps }: { steps: Counts[] }) {
  return (
    <ol
      aria-label="The six steps of today’s orders"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-panel md:grid-cols-3 xl:grid-cols-6"
    >
      {steps.map((step, index) => (
        <StepCell key={step.kind} step={step} place={index + 1} />
      ))}
    </ol>
  )
}

function StepCell({ step, place }: { step: Counts; place: number }) {
  const owed = owedHref(step.kind)
  const words = STEP_WORDS[step.kind].full
  return (
    <li className="flex flex-col gap-2 bg-surface px-4 py-3">
      <p className="flex items-baseline gap-2 text-ink text-sm">
        <span aria-hidden="true" className="font-mono text-ink-soft text-xs">
          {place}
        </span>
        {words}
      </p>
      <p>
        <Link href="/orders?status=placed" className="group flex items-baseline gap-1.5">
          <span className="font-semibold text-xl tracking-tight underline-offset-4 group-hover:underline">
            <Count value={step.done} />
          </span>
          <span className="text-ink-soft text-xs">done</span>
        </Link>
      </p>
      <ul className="grid grid-cols-3 text-xs">
        <Open state="waiting" word="owed" count={step.owed} href={owed} step={words} />
        <Open state="late" word="late" count={step.late} href={owed} step={words} />
        <Open state="failed" word="failed" count={step.failed} href={failedHref(step.kind)} step={words} />
      </ul>
    </li>
  )
}

type OpenProps = { state: State; word: string; count: number; href: string; step: string }

/** A count that asks for nothing is quiet: its mark and colour come only with the first one. */
function Open({ state, word, count, href, step }: OpenProps) {
  const ink = count > 0 ? `${STATE_INK[state]} font-medium` : 'text-ink-soft'
  return (
    <li>
      <Link href={href} className={`flex flex-col underline-offset-4 hover:underline max-md:min-h-11 ${ink}`}>
        <span className="flex items-center gap-1">
          {count > 0 ? <StateMark state={state} size={12} /> : null}
          <Count value={count} />
        </span>
        {word}
        <span className="sr-only">: {step}</span>
      </Link>
    </li>
  )
}

// The inline steps are owed exactly while the order is confirming, and fail only with the payment.
const isInline = (kind: StepKind): boolean => kind === 'charge' || kind === 'hold' || kind === 'save'
const owedHref = (kind: StepKind): string =>
  isInline(kind) ? '/orders?status=confirming' : `/orders?step=${kind}`
const failedHref = (kind: StepKind): string =>
  isInline(kind) ? '/orders?status=declined' : `/orders?step=${kind}`
