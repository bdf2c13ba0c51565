import Link from 'next/link'
import { Count } from '@/components/ui/count'
import { STATE_INK, type State } from '@/components/ui/state'
import { StateMark } from '@/components/ui/state-mark'
import { deferredKindSchema, type StepKind, type StepStanding } from '@/lib/orders/schema'
import type { Today } from '@/lib/support/schema'
import { ordersHref } from './order-paths'
import { STEP_WORDS } from './words'

type Counts = Today['steps'][number]

/** The six steps of the checkout on their line, with what each has done and still owes today. */
export function StepStrip({ steps, since }: { steps: Counts[]; since: string }) {
  return (
    <ol
      aria-label="The six steps of today’s orders"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-panel md:grid-cols-3 xl:grid-cols-6"
    >
      {steps.map((step, index) => (
        <StepCell key={step.kind} step={step} place={index + 1} since={since} />
      ))}
    </ol>
  )
}

function StepCell({ step, place, since }: { step: Counts; place: number; since: string }) {
  const listOf = (standing: StepStanding) => standingHref(step.kind, standing, since)
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
        <Link href={listOf('done')} className="group flex items-baseline gap-1.5">
          <span className="font-semibold text-xl tracking-tight underline-offset-4 group-hover:underline">
            <Count value={step.done} />
          </span>
          <span className="text-ink-soft text-xs">done</span>
        </Link>
      </p>
      <ul className="grid grid-cols-3 text-xs">
        <Open state="waiting" word="owed" count={step.owed} href={listOf('owed')} step={words} />
        <Open state="late" word="late" count={step.late} href={listOf('late')} step={words} />
        <Open state="failed" word="failed" count={step.failed} href={listOf('failed')} step={words} />
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

// The orders behind a count. An inline step stands as its order does.
function standingHref(kind: StepKind, standing: StepStanding, since: string): string {
  const deferred = deferredKindSchema.safeParse(kind)
  if (deferred.success) return ordersHref({ step: deferred.data, standing, since })
  if (standing === 'failed') return ordersHref({ status: kind === 'hold' ? 'refused' : 'declined', since })
  return ordersHref({ status: standing === 'done' ? 'placed' : 'confirming', since })
}
