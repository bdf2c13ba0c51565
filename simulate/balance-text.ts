import type { Balance } from './balance-books'

/** What the client heard. */
export type Tally = {
  sent: number
  answers: Record<string, number>
  shortSkus: Map<string, number>
  orderNumbers: string[]
  answerMs: number[]
}

/** The balance of a run, for people; `lost` counts everything that was promised and is not there, or is there twice. */
export function balanceText(tally: Tally, balance: Balance, seconds: number): { text: string; lost: number } {
  const { answers, orderNumbers } = tally
  const { statuses, mails } = balance
  const of = (counts: Record<string, number>, name: string): number => counts[name] ?? 0
  const placed = of(statuses, 'placed')
  const duplicates = orderNumbers.length - new Set(orderNumbers).size
  const missingSteps = placed - balance.sixStepsDone
  const mailsAstray = mails ? mails.ordersWithNone - (orderNumbers.length - placed) + mails.ordersWithMore : 0
  const lost =
    of(answers, 'unanswered') +
    of(statuses, 'missing') +
    of(statuses, 'confirming') +
    missingSteps +
    mailsAstray +
    duplicates
  const sorted = [...tally.answerMs].sort((a, b) => a - b)
  const short = [...tally.shortSkus].sort(([, a], [, b]) => b - a).slice(0, 5)
  const rows: [string, string | number][] = [
    ['sent', tally.sent],
    ['accepted', orderNumbers.length],
    [
      'refused for stock',
      `${of(answers, 'out-of-stock')}${short.length ? ` (${short.map(([sku, n]) => `${sku} ${n}x`).join(', ')})` : ''}`,
    ],
    ['declined', of(answers, 'declined')],
    ['refused otherwise', of(answers, 'refused')],
    ['placed', placed],
    ['all six steps done', balance.sixStepsDone],
    ['exactly one e-mail', mails ? mails.ordersWithOne : 'no mailbox to look into'],
    ['shipped', of(statuses, 'shipped')],
    ['SKUs held beyond stock', balance.overheldSkus.length],
    ['duplicates', duplicates],
    ['lost', lost + balance.overheldSkus.length],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const ms = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)} ms`
  const speed = `${(tally.sent / seconds).toFixed(1)} orders/s, answer p50 ${ms(0.5)}, p99 ${ms(0.99)}`
  const text = [speed, ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`)].join('\n')
  return { text, lost: lost + balance.overheldSkus.length }
}
