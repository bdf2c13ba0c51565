import type PDFDocument from 'pdfkit'
import { inLatin } from './rules/in-latin'
import { layOutChart } from './rules/lay-out-chart'

export type Paper = InstanceType<typeof PDFDocument>

export const INK = '#17262b'
const SOFT = '#5d6b70'
const LINE = '#d5dbdd'
const BAR = '#3f6b78'
const PALE = '#b9cdd3'
const DARK = '#a8431a'

export const [MARGIN, RIGHT] = [40, 555]
const WIDTH = RIGHT - MARGIN
/** Below this the page is for its number. */
const BOTTOM = 790
const SCALE_WIDTH = 26

/** Goes to a new page where so many points are not left of this one. */
export function keepTogether(paper: Paper, points: number): void {
  if (paper.y + points > BOTTOM) paper.addPage()
}

export function heading(paper: Paper, text: string): void {
  keepTogether(paper, 40)
  paper.moveDown(0.8).font('Helvetica-Bold').fontSize(11).fillColor(INK).text(inLatin(text), MARGIN, paper.y)
  paper.moveDown(0.3).font('Helvetica').fontSize(9)
}

/** A remark below everything else. */
export function note(paper: Paper, text: string): void {
  keepTogether(paper, 30)
  paper
    .moveDown(1)
    .font('Helvetica')
    .fontSize(8)
    .fillColor(SOFT)
    .text(inLatin(text), MARGIN, paper.y, { width: WIDTH })
}

/** Lines of text, each with a bullet; `none` when there are none. */
export function bullets(paper: Paper, lines: readonly string[], none: string): void {
  paper
    .font('Helvetica')
    .fontSize(9)
    .fillColor(lines.length === 0 ? SOFT : INK)
  for (const line of lines.length === 0 ? [none] : lines) {
    keepTogether(paper, 14)
    paper.text(inLatin(lines.length === 0 ? line : `•  ${line}`), MARGIN, paper.y, {
      width: WIDTH,
      lineGap: 1,
    })
  }
}

const COLUMNS = [MARGIN, 300, 385, 470]

/** A table of a name and three numbers; its first row is the head. */
export function table(paper: Paper, rows: readonly (readonly string[])[]): void {
  for (const [at, row] of rows.entries()) {
    keepTogether(paper, 16)
    const y = paper.y
    row.forEach((cell, column) => {
      const left = COLUMNS[column] ?? MARGIN
      const isBold = at === 0 || column === 1
      paper.font(isBold ? 'Helvetica-Bold' : 'Helvetica').fillColor(at === 0 ? SOFT : INK)
      const width = (COLUMNS[column + 1] ?? RIGHT) - left
      paper.text(inLatin(cell), left, y, { width, align: column === 0 ? 'left' : 'right', lineBreak: false })
    })
    paper
      .moveTo(MARGIN, y + 12)
      .lineTo(RIGHT, y + 12)
      .lineWidth(0.5)
      .stroke(LINE)
    paper.x = MARGIN
    paper.y = y + 16
  }
}

type ChartOf = Parameters<typeof layOutChart>[2]
type Drawing = {
  title: string
  note: string
  places: number
  series: ChartOf
  /** What is written below the places, by their number. */
  labels: readonly { at: number; text: string }[]
  isPale?: boolean
}
const CHART_HEIGHT = 92

/** A titled chart over the page's width, its scale on the left and the time of day below. */
export function chart(paper: Paper, { title, note, places, series, labels, isPale = false }: Drawing): void {
  keepTogether(paper, CHART_HEIGHT + 50)
  heading(paper, title)
  if (note !== '') paper.fontSize(8).fillColor(SOFT).text(inLatin(note), MARGIN, paper.y)
  const box = { x: MARGIN + SCALE_WIDTH, y: paper.y + 6, width: WIDTH - SCALE_WIDTH, height: CHART_HEIGHT }
  const { bars, lines, ticks } = layOutChart(box, places, series)
  paper.fontSize(7)
  for (const { value, y } of ticks) {
    paper.moveTo(box.x, y).lineTo(RIGHT, y).lineWidth(0.4).stroke(LINE)
    paper
      .fillColor(SOFT)
      .text(String(value), MARGIN, y - 3, { width: SCALE_WIDTH - 5, align: 'right', lineBreak: false })
  }
  for (const { x, y, width, height, isDark } of bars)
    paper.rect(x, y, width, height).fill(isDark ? DARK : isPale ? PALE : BAR)
  for (const line of lines) {
    const [first, ...rest] = line
    if (first) paper.moveTo(first.x, first.y)
    for (const { x, y } of rest) paper.lineTo(x, y)
    paper.lineWidth(1).dash(3, { space: 2 }).stroke(SOFT).undash()
  }
  const slot = box.width / Math.max(1, places)
  const under = box.y + box.height + 4
  for (const { at, text } of labels)
    paper.fillColor(SOFT).text(inLatin(text), box.x + at * slot, under, { width: 40, lineBreak: false })
  paper.x = MARGIN
  paper.y = under + 10
}
