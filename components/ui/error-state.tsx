'use client'
import { buttonLook } from './button-look'
import { StateMark } from './state-mark'

type Props = { title: string; detail: string; onRetry: () => void; isPending?: boolean }

/** Something that should be here could not be had; it can be tried again. */
export function ErrorState({ title, detail, onRetry, isPending = false }: Props) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <StateMark state="failed" size={24} />
      <p className="mt-1 font-medium text-base text-ink">{title}</p>
      <p className="max-w-prose text-ink-soft text-sm">{detail}</p>
      <div className="mt-3">
        {/* A button of the browser's own: every page carries this one along, also the phone's, whose script is small. */}
        <button
          type="button"
          aria-disabled={isPending}
          onClick={isPending ? undefined : onRetry}
          className={buttonLook('outline')}
        >
          {isPending ? 'Trying…' : 'Try again'}
        </button>
      </div>
    </div>
  )
}
