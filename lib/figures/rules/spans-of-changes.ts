import type { DaySpan } from '../day-schema'

type Change = { id: string; at: Date; about: string; isCalm: boolean; untilMs?: number | undefined }

/**
 * What lasted, from what somebody switched: from a change away from calm until the next change of the same thing.
 * @param changes in the order of time
 */
export function spansOfChanges(
  kind: DaySpan['kind'],
  changes: readonly Change[],
  between: { fromMs: number; toMs: number },
): DaySpan[] {
  return changes.flatMap(({ id, at, about, isCalm, untilMs }, index) => {
    if (isCalm) return []
    const next = changes.slice(index + 1).find((change) => change.id === id)
    const ends = [untilMs, next?.at.getTime()].filter((end) => end !== undefined)
    const endMs = ends.length > 0 ? Math.min(...ends) : null
    if (at.getTime() >= between.toMs || (endMs !== null && endMs < between.fromMs)) return []
    const until = endMs === null ? null : new Date(endMs).toISOString()
    return [{ kind, id, about, detail: '', severity: null, from: at.toISOString(), until }]
  })
}
