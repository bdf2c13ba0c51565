import type { Forecast } from '@/lib/replenishment/schema'

const METHOD_WORDS: Record<string, string> = {
  'mean-28': 'the mean of 28 days',
  tsb: 'how often and how much at a time',
  'seasonal-naive': 'the same day last week',
  'own-weekdays': "the item's own weekdays",
  'tsb-weekdays': "how often and how much at a time, by the store's weekdays",
}

/** A candidate's name in words. */
function wordsOf(name: string): string {
  const [, days, growth] = /^weekdays-(\d+)(-growth)?$/.exec(name) ?? []
  if (!days) return METHOD_WORDS[name] ?? name
  return `the last ${days} days or so by the store's weekdays${growth ? ', with its growth' : ''}`
}

/** What a forecast was made of, for a manager. */
export const methodInWords = (method: string): string =>
  `Mean of: ${method.split('+').map(wordsOf).join('; ')}.`

/** How right it would have been, against saying that tomorrow is as today. */
export function errorInWords({ rmsse, naiveRmsse }: Pick<Forecast, 'rmsse' | 'naiveRmsse'>): string {
  if (rmsse === null || naiveRmsse === null || naiveRmsse === 0)
    return 'Too little past to say how right it is.'
  const percent = Math.round(100 * (1 - rmsse / naiveRmsse))
  const against = 'than saying that tomorrow is as today'
  if (percent === 0)
    return `Over the last months it would have been as wrong as saying that tomorrow is as today.`
  return percent > 0
    ? `Over the last months it would have been ${percent} % less wrong ${against}.`
    : `Over the last months it would have been ${-percent} % more wrong ${against}.`
}
