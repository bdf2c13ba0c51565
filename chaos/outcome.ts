/** What a trial found. Times in seconds, measured; nothing is asserted of them but what `promises` says. */
export type Outcome = {
  /** What was broken, and how. */
  killed: string
  /** Orders, events or runs that were sent meanwhile. */
  sent: number
  lost: number
  doubled: number
  /** Until an alert told of it; null when nothing had to be noticed. */
  noticed: { seconds: number; words: string } | 'nobody' | null
  /** From the repair, or from the death where nobody repairs, until the backlog was done. */
  doneSeconds: number | null
  /** The same until the alert resolved by itself; null when there was none. */
  healedSeconds: number | null
  promises: { words: string; kept: boolean }[]
  notes: string[]
}

export const isGood = ({ lost, doubled, noticed, promises }: Outcome): boolean =>
  lost === 0 && doubled === 0 && noticed !== 'nobody' && promises.every(({ kept }) => kept)

/** The outcome as lines for a person. */
export function linesOf(outcome: Outcome): string[] {
  const { killed, sent, lost, doubled, noticed, doneSeconds, healedSeconds, promises, notes } = outcome
  return [
    `killed    ${killed}`,
    `sent      ${sent.toLocaleString('en')}, lost ${lost}, doubled ${doubled}`,
    `noticed   ${noticedWords(noticed)}`,
    `healed    work done ${inSeconds(doneSeconds)}, alert resolved ${inSeconds(healedSeconds)}`,
    ...promises.map(({ words, kept }) => `${kept ? 'kept  ' : 'MISSED'}    ${words}`),
    ...notes.map((note) => `note      ${note}`),
  ]
}

function noticedWords(noticed: Outcome['noticed']): string {
  if (noticed === null) return 'nothing was to be noticed'
  return noticed === 'nobody' ? 'by NOBODY' : `after ${noticed.seconds.toFixed(1)} s: ${noticed.words}`
}

export const inSeconds = (seconds: number | null): string =>
  seconds === null ? '-' : `${seconds.toFixed(1)} s`
