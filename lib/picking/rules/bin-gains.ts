import { type Stages, WALKED_THROUGH } from './piece-choices'
import type { Grid } from './route-grid'
import type { Lot } from './route-task'

/** The articles of a task that may come from several bins: how many units of each are wanted. */
export type Wanted = { stop: number; units: number }[]

/** What lies on the way of each choice: of choice k the articles and units from `first[k]` on. */
export type Gains = { first: Int32Array; article: Int32Array; units: Int32Array }

export function gainsOf(grid: Grid, stages: Stages, lotsAt: Map<number, Lot[]>, wanted: Wanted): Gains {
  const { rows, between, onCrossing } = grid
  const perColumn = 2 * rows.length - 1
  const first = new Int32Array(stages.move.length + 1)
  const articles: number[] = []
  const units: number[] = []
  const got = new Int32Array(wanted.length)
  for (let stage = 0; stage + 1 < stages.first.length; stage++) {
    const column = Math.floor(stage / perColumn)
    const row = stage % perColumn
    const isPiece = row < rows.length - 1
    const inside = isPiece
      ? (between[column * (rows.length - 1) + row] ?? [])
      : [onCrossing[column * rows.length + row - rows.length + 1] ?? -1]
    const lots = inside.map((place) => lotsAt.get(place) ?? [])
    for (let choice = stages.first[stage] as number; choice < (stages.first[stage + 1] as number); choice++) {
      const begin = articles.length
      for (let at = 0; at < lots.length; at++) {
        if (!isOnWay(stages, choice, at, isPiece)) continue
        for (const lot of lots[at] as Lot[]) {
          if (got[lot.article] === 0) articles.push(lot.article)
          got[lot.article] = Math.min(
            (got[lot.article] as number) + lot.units,
            wanted[lot.article]?.units ?? 0,
          )
        }
      }
      for (let at = begin; at < articles.length; at++) {
        units.push(got[articles[at] as number] as number)
        got[articles[at] as number] = 0
      }
      first[choice + 1] = articles.length
    }
  }
  return { first, article: Int32Array.from(articles), units: Int32Array.from(units) }
}

/** By stage: articles, and how many units of each may still be missing after it, in pairs; only where that falls. */
export function dueOf({ first }: Stages, gains: Gains, wanted: Wanted): number[][] {
  const toCome = new Int32Array(wanted.length)
  const due: number[][] = []
  for (let stage = first.length - 2; stage >= 0; stage--) {
    const most = new Map<number, number>()
    for (
      let at = gains.first[first[stage] as number] as number;
      at < (gains.first[first[stage + 1] as number] as number);
      at++
    ) {
      const article = gains.article[at] as number
      most.set(article, Math.max(most.get(article) ?? 0, gains.units[at] as number))
    }
    const falls: number[] = []
    for (const [article, units] of most) {
      const after = toCome[article] as number
      if (after < (wanted[article]?.units ?? 0)) falls.push(article, after)
      toCome[article] = after + units
    }
    due.push(falls)
  }
  return due.reverse()
}

function isOnWay({ from, to, move }: Stages, choice: number, at: number, isPiece: boolean): boolean {
  const begin = from[choice] as number
  const until = to[choice] as number
  if (!isPiece) return until === 1
  if ((move[choice] as number) % 19 === 18) return at >= begin && at < until
  return begin === WALKED_THROUGH || at < begin || at >= until
}

const MOST_COMPARED = 500

/** Of two choices that make the same move, one that brings no more and is no shorter is left out. */
export function usefulChoices({ first, move, length }: Stages, gains: Gains, articles: number): Uint8Array {
  const isUseful = new Uint8Array(move.length).fill(1)
  const own = new Int32Array(articles)
  for (let stage = 0; stage + 1 < first.length; stage++) {
    const from = first[stage] as number
    const to = first[stage + 1] as number
    if (to - from > MOST_COMPARED) continue
    for (let one = from; one < to; one++) {
      if (!isUseful[one]) continue
      for (let at = gains.first[one] as number; at < (gains.first[one + 1] as number); at++)
        own[gains.article[at] as number] = gains.units[at] as number
      for (let other = from; other < to; other++) {
        if (other === one || !isUseful[other] || move[one] !== move[other]) continue
        if ((length[other] as number) < (length[one] as number) - 1e-12) continue
        let at = gains.first[other] as number
        const until = gains.first[other + 1] as number
        while (at < until && (own[gains.article[at] as number] as number) >= (gains.units[at] as number)) at++
        if (at === until) isUseful[other] = 0
      }
      for (let at = gains.first[one] as number; at < (gains.first[one + 1] as number); at++)
        own[gains.article[at] as number] = 0
    }
  }
  return isUseful
}
