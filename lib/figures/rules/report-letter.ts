import { escaped } from '@/lib/messages/rules/order-letter'
import type { ReportFacts } from '../report-schema'
import { dayWordsOf } from './day-words'
import { reportWordsOf } from './report-words'
import { tellDay } from './tell-day'

const BAR_PX = 220

/** "Early, 21 Nov, 06:00–14:00": a shift by its name and the site's own clock. */
export function shiftTitle(
  facts: Pick<ReportFacts, 'from' | 'to' | 'timeZone' | 'locale' | 'shift'>,
): string {
  const { timeZone, locale } = facts
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' })
  const [from, to] = [Date.parse(facts.from), Date.parse(facts.to)]
  return `${facts.shift}, ${date.format(from)}, ${clock.format(from)}–${clock.format(to)}`
}

/** "+12 %", "−3 %", "new"-less: "–" where there is nothing to hold it against. */
export function changeWords(value: number, before: number, locale: string): string {
  if (before === 0) return '–'
  const format = { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locale, format).format(value / before - 1)
}

/**
 * The mail that brings a shift report: what stood out, the figures, and the orders as bars of table cells, because mail
 * programs show no vector pictures.
 */
export function reportLetter(
  facts: ReportFacts,
  houseUrl: string,
): { subject: string; text: string; html: string } {
  const words = reportWordsOf(facts.locale)
  const number = new Intl.NumberFormat(facts.locale)
  const title = shiftTitle(facts)
  const told = tellDay(facts, facts.locale).map(({ text }) => text)
  const sentences = told.length > 0 ? told : [dayWordsOf(facts.locale).calm]
  const rows = facts.figures.map(({ figure, value, before }) => ({
    name: words.figures[figure],
    value: number.format(value),
    before: number.format(before),
    change: changeWords(value, before, facts.locale),
  }))
  const link = new URL(`/days/${dayOf(facts)}?site=${encodeURIComponent(facts.site)}`, houseUrl).href
  const text = [
    ...[
      `${words.title}: ${facts.siteName}`,
      title,
      '',
      words.stoodOut,
      ...sentences.map((line) => `- ${line}`),
      '',
    ],
    ...rows.map(
      ({ name, value, before, change }) => `${name}: ${value} (${words.weekBefore}: ${before}, ${change})`,
    ),
    ...['', words.attached, '', words.open, link, ''],
  ].join('\n')
  const head = [words.figure, words.value, words.weekBefore, words.change]
  const html = [
    '<!doctype html><meta charset="utf-8"><body style="font-family:system-ui,sans-serif;line-height:1.5;color:#17262b">',
    `<h1 style="font-size:18px;margin:0">${escaped(`${words.title}: ${facts.siteName}`)}</h1><p>${escaped(title)}</p>`,
    `<h2 style="font-size:15px">${words.stoodOut}</h2><ul>${sentences.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
    `<table cellpadding="4" style="border-collapse:collapse"><tr>${head.map((name) => `<th align="left">${name}</th>`).join('')}</tr>`,
    ...rows.map(
      ({ name, value, before, change }) =>
        `<tr style="border-top:1px solid #ddd"><td>${name}</td><td align="right"><b>${value}</b></td><td align="right">${before}</td><td align="right">${change}</td></tr>`,
    ),
    `</table><h2 style="font-size:15px">${words.ordersChart}</h2>${hourBars(facts)}`,
    `<p>${words.attached}</p><p>${words.open}<br><a href="${escaped(link)}">${escaped(link)}</a></p></body>`,
  ].join('\n')
  return { subject: `${words.title} ${facts.siteName}: ${title}`, text, html }
}

/** The site's own day on which a report begins. */
export const dayOf = ({ from, timeZone }: Pick<ReportFacts, 'from' | 'timeZone'>): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(Date.parse(from))

const QUARTER_MS = 900_000

function hourBars({ quarters, from, timeZone, locale }: ReportFacts): string {
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const most = quarters.orders.reduce((high, orders) => Math.max(high, orders), 1)
  const rows = quarters.orders.map((orders, at) => {
    const width = Math.round((BAR_PX * orders) / most)
    const bar = width === 0 ? '' : `<div style="width:${width}px;height:10px;background:#3f6b78"></div>`
    return `<tr><td style="font-size:12px">${clock.format(Date.parse(from) + at * QUARTER_MS)}</td><td width="${BAR_PX}">${bar}</td><td align="right" style="font-size:12px">${orders}</td></tr>`
  })
  return `<table cellpadding="1" cellspacing="0">${rows.join('')}</table>`
}
