import { FIGURES, isTarget } from '@/lib/figures/rules/figures'
import type { FigureId } from '@/lib/figures/schema'

const scaleOf = (id: FigureId): number => (FIGURES[id].unit === 'share' ? 100 : 1)

/** As it is typed: shares in percent. */
export const typedTarget = (id: FigureId, target: number | null): string =>
  target === null ? '' : String(Number((target * scaleOf(id)).toPrecision(6)))

/** What was typed as a target: nothing typed is the usual, `undefined` is no target. */
export function readTarget(id: FigureId, typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.')
  if (text === '') return null
  const target = Number(text) / scaleOf(id)
  return isTarget(id, target) ? target : undefined
}
