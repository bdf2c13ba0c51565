import type { ReactNode } from 'react'

type Props = {
  look?: 'primary' | 'outline' | 'plain'
  isDisabled?: boolean
  isPending?: boolean
  onPress: () => void
  children: ReactNode
}

const LOOKS = {
  primary: 'bg-action text-on-action hover:bg-action-hover',
  outline: 'border border-edge bg-surface text-ink hover:bg-inset',
  plain: 'text-ink hover:bg-inset',
}

/** The one thing to do next, as wide as there is room and 64 px high for a gloved thumb. */
export function BigButton({ look = 'primary', isDisabled, isPending, onPress, children }: Props) {
  return (
    <button
      type="button"
      disabled={isDisabled || isPending}
      aria-busy={isPending}
      onClick={onPress}
      className={`flex min-h-16 w-full cursor-pointer touch-manipulation select-none items-center justify-center gap-2 rounded-md px-4 font-semibold text-lg disabled:cursor-default disabled:opacity-50 ${LOOKS[look]}`}
    >
      {children}
    </button>
  )
}
