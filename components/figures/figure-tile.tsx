'use client'
import { Info } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import { useLocale } from '@/components/ui/locale'
import { StateMark } from '@/components/ui/state-mark'
import { FIGURES, standingOf } from '@/lib/figures/rules/figures'
import type { DayFigures, FigureId } from '@/lib/figures/schema'
import { aimWords, deltaWords, figureWords, STANDINGS, withUnit } from './figure-words'
import { listOfFigure, type Where } from './figures-paths'
import { Sparkline } from './sparkline'

type Props = { figure: DayFigures['figures'][number]; where: Where; children?: ReactNode }

const UNKNOWN: Partial<Record<FigureId, string>> = {
  'stock-outs': 'no demand known yet',
  'stock-outs-soon': 'no forecast yet',
}

/** A figure with what it means, how it stands, what it was, and the way to its list. */
export function FigureTile({ figure, where, children }: Props) {
  const { id, value, trend, weekAgo, target, isOwnTarget } = figure
  const { locale } = useLocale()
  const { name } = FIGURES[id]
  const words = figureWords(id, value, locale)
  const standing = standingOf(id, value, target)
  const delta = deltaWords(id, value, weekAgo, locale)
  const aim = aimWords(id, { target, isOwnTarget }, locale)
  return (
    <li className="relative flex min-h-32 flex-col gap-1.5 bg-surface px-4 py-3">
      <div className="flex items-center gap-1.5 text-ink-soft text-sm">
        {name}
        <Definition text={`${FIGURES[id].definition} ${aim}`.trim()} of={name} />
      </div>
      <Link href={listOfFigure(id, where)} className="group w-fit" aria-label={`${name}: ${withUnit(words)}`}>
        <span
          className="font-semibold text-2xl text-ink tracking-tight tabular-nums underline-offset-4 group-hover:underline"
          suppressHydrationWarning
        >
          {words.value}
        </span>
        <span className="ml-1 text-ink-soft text-xs">{words.unit}</span>
      </Link>
      <p
        className="flex min-h-4 flex-wrap items-center gap-x-2 text-ink-soft text-xs"
        suppressHydrationWarning
      >
        {standing ? (
          <span className="flex items-center gap-1">
            <StateMark state={STANDINGS[standing].state} size={12} />
            {STANDINGS[standing].text}
          </span>
        ) : null}
        {delta === null ? null : <span>{delta}</span>}
        {value === null && id in UNKNOWN ? UNKNOWN[id] : null}
      </p>
      {children}
      <span className="mt-auto">
        <Sparkline values={trend} label={`${name}, the last 28 days`} />
      </span>
    </li>
  )
}

/** A definition under the pointer, the focus or the finger; read aloud with its button. */
function Definition({ text, of }: { text: string; of: string }) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        aria-label={`What ${of} means`}
        aria-describedby={id}
        className="peer -m-2 cursor-help rounded-sm p-2 text-ink-soft hover:text-ink"
      >
        <Info size={13} aria-hidden="true" />
      </button>
      <span
        id={id}
        role="tooltip"
        className="absolute inset-x-2 top-10 z-10 hidden rounded-md border border-line bg-surface p-2.5 text-ink text-xs shadow-float peer-hover:block peer-focus:block"
      >
        {text}
      </span>
    </>
  )
}
