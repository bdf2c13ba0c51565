import type { Audit } from './audit-decisions'
import type { Figure } from './compare-figures'
import type { BeltCount } from './count-belt'
import type { Running } from './run-belt'

/**
 * The balance of an emulated run, for people.
 * @returns its text, and whether the books agree: every box accounted for, every answer kept once as it was said
 */
export function beltText(
  count: BeltCount,
  { answerMs, otherDeadlines, unheard }: Pick<Running, 'answerMs' | 'otherDeadlines' | 'unheard'>,
  audit: Audit,
  figures: Figure[],
): { text: string; agrees: boolean } {
  const { boxes, endings, stillOn, late, told } = count
  const unaccounted = boxes - stillOn - Object.values(endings).reduce((sum, some) => sum + some, 0)
  const unequal = figures.filter(({ ours, theirs }) => ours !== theirs)
  const wrong: [string, number, string?][] = [
    ['unaccounted', unaccounted],
    ['in a wrong lane', count.wrongLanes, 'sent where nobody serves them'],
    ['contradicted', count.contradicted, 'scans with two answers'],
    ['unanswered', count.unanswered],
    ['other deadlines', otherDeadlines],
    ['unheard', unheard, 'confirmations that the house did not take'],
    ['not kept', audit.missing],
    ['kept twice', audit.doubled],
    ['kept otherwise', audit.different + audit.outcomesDifferent],
    ['not yet kept', audit.unrecorded],
    ...unequal.map(({ name, ours, theirs }): [string, number, string] => [
      name,
      theirs - ours,
      `the house counts ${theirs}, the belt ${ours}`,
    ]),
  ]
  const rows: [string, number, string?][] = [
    ['boxes', boxes],
    ['diverted', endings.diverted, wordsOf(count.byLane)],
    ['rejected', endings.rejected, 'into the exceptions, as answered'],
    ['ran out', endings['ran-out'], 'missed or without an answer in time, to the end'],
    ['strayed', endings.strayed, 'into a wrong lane by the hardware'],
    ['lost', endings.lost, `taken off by hand; ${audit.foundMissing} found missing by the house`],
    ['still on', stillOn],
    ['scans', count.scans, wordsOf(count.because)],
    ['said again', count.repeated],
    ['times around', count.laps],
    ['late answers', late.unforced, `and ${late.forced} to scans that were said too late`],
    ['confirmed', told.diverted + told.missed + told.lost, wordsOf(told)],
    ...wrong,
  ]
  const text = [
    answerLine(answerMs),
    ...rows.map(([name, value, note]) =>
      `  ${name.padEnd(20)}${String(value).padStart(7)}  ${note ?? ''}`.trimEnd(),
    ),
    figuresLine(figures, audit),
  ]
  return { text: text.join('\n'), agrees: wrong.every(([, value]) => value === 0) }
}

function figuresLine(figures: Figure[], { others }: Audit): string {
  if (others > 0) return `${others} decisions were of others, so the house's figures cannot be compared`
  if (figures.length === 0) return 'this house has no figures to compare'
  return `compared with the house's figures: ${figures.map(({ name, theirs }) => `${name} ${theirs}`).join(', ')}`
}

const wordsOf = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, some]) => `${name} ${some}`)
    .join(', ')

function answerLine(answerMs: number[]): string {
  const sorted = [...answerMs].sort((a, b) => a - b)
  const at = (share: number): string =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`
  return `answered in p50 ${at(0.5)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}, at most ${at(1)}`
}
