export type ButtonLook = 'primary' | 'outline'

const SHAPE =
  'inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-md px-3.5 font-medium text-sm no-underline transition-colors md:min-h-8 disabled:cursor-default disabled:opacity-50'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-action text-on-action hover:bg-action-hover',
  outline: 'border border-edge bg-surface text-ink hover:bg-inset',
}

/** One look for buttons and for links that lead somewhere important. 44 px high under a thumb, 32 px at a desk. */
export const buttonLook = (look: ButtonLook): string => `${SHAPE} ${LOOKS[look]}`
