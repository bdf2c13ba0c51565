import { numberFormat } from '@/components/ui/formats'
import type { State } from '@/components/ui/state'
import { FIGURES, standingOf } from '@/lib/figures/rules/figures'
import type { DayFigures, FigureId } from '@/lib/figures/schema'
import { figureWords, STANDINGS } from './figure-words'

export type WallFigure = { name: string; value: string; unit: string; state: State; word: string }

/** So far below what is expected by now is behind. */
const BEHIND = 0.9

/** What the hall needs to know, the way of an order first. */
export function wallFigures(day: DayFigures, locale: string): WallFigure[] {
  const { risk, plan } = day
  const write = (value: number) => numberFormat(locale).format(Math.round(value))
  const figureOf = (id: FigureId) => day.figures.find((figure) => figure.id === id)
  const known = (id: FigureId) => figureOf(id)?.value ?? null
  const flow = (id: FigureId, state: State, word: string) => ({
    ...{ name: FIGURES[id].name, ...figureWords(id, known(id), locale), state, word },
  })
  const came = known('orders-in') ?? 0
  const toPlan: [State, string] =
    plan === null
      ? ['waiting', 'no plan']
      : came >= plan.expectedNow * BEHIND
        ? ['done', `of ${write(plan.orders)} planned`]
        : ['retrying', `${write(plan.expectedNow - came)} below plan`]
  const open = (id: FigureId): [State, string] => {
    const left = came - (known(id) ?? 0)
    return left > 0 ? ['running', `${write(left)} to go`] : ['done', 'all done']
  }
  return [
    flow('orders-in', ...toPlan),
    flow('orders-picked', ...open('orders-picked')),
    flow('orders-packed', ...open('orders-packed')),
    flow('orders-shipped', ...open('orders-shipped')),
    {
      ...{ name: 'Late', value: write(risk.late), unit: risk.late === 1 ? 'order' : 'orders' },
      ...(risk.late > 0
        ? { state: 'failed' as const, word: `and ${write(risk['at-risk'])} at risk` }
        : risk['at-risk'] > 0
          ? { state: 'late' as const, word: `${write(risk['at-risk'])} at risk` }
          : { state: 'done' as const, word: 'none at risk' }),
    },
    ...(['line-rate', 'pick-accuracy', 'stock-outs'] as const).map((id) =>
      measured(id, figureOf(id), locale),
    ),
  ]
}

type Measured = DayFigures['figures'][number] | undefined

function measured(id: FigureId, figure: Measured, locale: string): WallFigure {
  const value = figure?.value ?? null
  const standing = standingOf(id, value, figure?.target ?? null)
  const { state, text } = standing
    ? STANDINGS[standing]
    : { state: 'waiting' as const, text: 'not known yet' }
  return { name: FIGURES[id].name, ...figureWords(id, value, locale), state, word: text }
}
