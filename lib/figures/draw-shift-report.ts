import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import { bullets, chart, heading, INK, MARGIN, note, RIGHT, table } from '@/lib/platform/draw-paper'
import { inLatin, isLatin } from '@/lib/platform/rules/in-latin'
import type { DaySpan } from './day-schema'
import type { ReportFacts } from './report-schema'
import { dayWordsOf } from './rules/day-words'
import { changeWords, shiftTitle } from './rules/report-letter'
import { type ReportWords, reportWordsOf } from './rules/report-words'
import { tellDay } from './rules/tell-day'

const QUARTER_MS = 900_000
const QUARTERS_AN_HOUR = 4

/** A shift report as a PDF of A4 pages, in the site's language; its charts are vectors. The same facts give the same bytes but for an id. */
export async function drawShiftReport(facts: ReportFacts): Promise<Buffer> {
  const words = reportWordsOf(facts.locale)
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: 595 - RIGHT, bottom: 20 },
    bufferPages: true,
    lang: facts.locale,
    info: {
      Title: `${words.title} ${facts.siteName}: ${shiftTitle(facts)}`,
      CreationDate: new Date(facts.writtenAt),
    },
  })
  const parts: Buffer[] = []
  paper.on('data', (part: Buffer) => parts.push(part))
  const ended = once(paper, 'end')
  head(paper, facts, words)
  heading(paper, words.stoodOut)
  bullets(
    paper,
    tellDay(facts, facts.locale).map(({ text }) => text),
    dayWordsOf(facts.locale).calm,
  )
  figures(paper, facts, words)
  charts(paper, facts, words)
  lists(paper, facts, words)
  if (!isLatin(namesOf(facts))) note(paper, words.letters)
  numberPages(paper, words)
  paper.end()
  await ended
  return Buffer.concat(parts)
}

/** What is written by people, in whatever script they have. */
const namesOf = ({ siteName, shift, spans, shorts, stockOuts }: ReportFacts): string =>
  [
    siteName,
    shift,
    ...[...spans, ...stockOuts].map(({ detail }) => detail),
    ...shorts.map(({ name }) => name),
  ].join('')

type Paper = InstanceType<typeof PDFDocument>

function head(paper: Paper, facts: ReportFacts, words: ReportWords): void {
  const { timeZone, locale } = facts
  const moment = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' })
  const so = facts.isOnDemand ? ` (${words.soFar})` : ''
  paper
    .font('Helvetica-Bold')
    .fontSize(18)
    .fillColor(INK)
    .text(inLatin(`${words.title}: ${facts.siteName}`))
  paper.fontSize(12).text(inLatin(`${shiftTitle(facts)}${so}`))
  paper.font('Helvetica').fontSize(8).fillColor('#5d6b70')
  paper.text(inLatin(`${words.written}: ${moment.format(Date.parse(facts.writtenAt))} (${timeZone})`))
}

function figures(paper: Paper, facts: ReportFacts, words: ReportWords): void {
  const number = new Intl.NumberFormat(facts.locale)
  paper.moveDown(1)
  table(paper, [
    [words.figure, words.value, words.weekBefore, words.change],
    ...facts.figures.map(({ figure, value, before }) => [
      ...[words.figures[figure], number.format(value), number.format(before)],
      changeWords(value, before, facts.locale),
    ]),
  ])
}

function charts(paper: Paper, facts: ReportFacts, words: ReportWords): void {
  const { quarters } = facts
  const places = Math.ceil((Date.parse(facts.to) - Date.parse(facts.from)) / QUARTER_MS)
  const clock = clockOf(facts)
  const labels = Array.from({ length: Math.ceil(places / QUARTERS_AN_HOUR) }, (_, hour) => ({
    at: hour * QUARTERS_AN_HOUR,
    text: clock(new Date(Date.parse(facts.from) + hour * QUARTERS_AN_HOUR * QUARTER_MS).toISOString()),
  }))
  const on = { places, labels }
  chart(paper, {
    ...{ ...on, title: words.ordersChart, note: facts.isPlanned ? words.planned : words.expected },
    series: [
      { look: 'bars', values: quarters.orders },
      { look: 'line', values: quarters.expected },
    ],
  })
  chart(paper, {
    ...{ ...on, title: words.backlogChart, note: words.late, isPale: true },
    series: [
      { look: 'bars', values: quarters.owed },
      { look: 'dark-bars', values: quarters.late },
    ],
  })
  const picks = [{ look: 'bars' as const, values: quarters.lines }]
  chart(paper, { ...on, title: words.picksChart, note: '', series: picks })
}

function lists(paper: Paper, facts: ReportFacts, words: ReportWords): void {
  const clock = clockOf(facts)
  const lasted = ({ from, until }: DaySpan) => `${clock(from)}–${until === null ? words.still : clock(until)}`
  heading(paper, words.alerts)
  bullets(
    paper,
    facts.spans.map((span) => `${lasted(span)}  ${span.detail}`),
    words.none,
  )
  heading(paper, words.shorts)
  bullets(
    paper,
    facts.shorts.map(
      ({ at, missing, name, sku, orderNumber }) =>
        `${clock(at)}  ${missing} × ${name} (${sku}), ${orderNumber}`,
    ),
    words.none,
  )
  heading(paper, words.stockOuts)
  bullets(
    paper,
    facts.stockOuts.map((span) => `${lasted(span)}  ${span.detail} (${span.id})`),
    words.none,
  )
}

function numberPages(paper: Paper, words: ReportWords): void {
  const { count } = paper.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    paper.switchToPage(page)
    paper.font('Helvetica').fontSize(8).fillColor('#5d6b70')
    const place = { width: RIGHT - MARGIN, align: 'right', lineBreak: false } as const
    paper.text(inLatin(`${words.page} ${page + 1} / ${count}`), MARGIN, 806, place)
  }
}

function clockOf({ timeZone, locale }: ReportFacts): (moment: string) => string {
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  return (moment) => clock.format(Date.parse(moment))
}
