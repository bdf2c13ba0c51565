/** A part of an element's value: how long, of which characters, and what it must be beyond that. */
export type Part = {
  characters: 'digits' | 'text'
  least: number
  most: number
  optional?: true
  check?: 'key' | 'date' | 'day-or-month' | 'hour-minute' | 'zero' | 'not-zero' | 'winding'
}

/** One application identifier of the GS1 General Specifications, chapter 3. Patterns name AIs with `n` for any digit. */
export type ApplicationIdentifier = {
  parts: Part[]
  /** Of a length that scanners know, so that no separator follows. */
  fixed: boolean
  /** One of these combinations must come with it. */
  needs?: string[][]
  excludes?: string[]
}

const digits = (length: number, check?: Part['check']): Part => ({
  characters: 'digits',
  least: length,
  most: length,
  ...(check && { check }),
})
const upToDigits = (most: number): Part => ({ characters: 'digits', least: 1, most })
const upToText = (most: number): Part => ({ characters: 'text', least: 1, most })
const text = (length: number): Part => ({ characters: 'text', least: length, most: length })
const optional = (part: Part): Part => ({ ...part, optional: true })
const anyOf = (list: string): string[][] => list.split(' ').map((group) => group.split('+'))

const ITEM = '01 02 03 8006 8026'
const TRADE_ITEM = '01 02'
const UNIT = '00 01'
const MEASURED = '31nn 32nn 35nn 36nn'

type Terms = { needs?: string; excludes?: string; fixed?: true }
const table = new Map<string, ApplicationIdentifier>()

function enter(ais: string[], parts: Part[], { needs, excludes, fixed }: Terms = {}): void {
  for (const ai of ais) {
    table.set(ai, {
      parts,
      fixed: fixed ?? false,
      ...(needs && { needs: anyOf(needs) }),
      ...(excludes && { excludes: excludes.split(' ') }),
    })
  }
}
const range = (stem: string, last: number): string[] =>
  Array.from({ length: last + 1 }, (_, digit) => `${stem}${digit}`)

function measure(from: number, to: number, needs: string): void {
  for (let stem = from; stem <= to; stem++) {
    enter(range(String(stem), 5), [digits(6)], { needs, excludes: `${stem}n`, fixed: true })
  }
}

// Keys and what identifies an item further.
enter(['00'], [digits(18, 'key')], { fixed: true })
enter(['01'], [digits(14, 'key')], { excludes: '255 37', fixed: true })
enter(['02'], [digits(14, 'key')], { needs: '37', excludes: '01 03', fixed: true })
enter(['03'], [digits(14, 'key')], { excludes: '01 02 37 235', fixed: true })
enter(['10'], [upToText(20)], { needs: ITEM })
enter(['11', '13', '15', '16'], [digits(6, 'day-or-month')], { needs: ITEM, fixed: true })
enter(['12'], [digits(6, 'day-or-month')], { needs: '8020', fixed: true })
enter(['17'], [digits(6, 'day-or-month')], { needs: `${ITEM} 255`, fixed: true })
enter(['20'], [digits(2)], { needs: ITEM, fixed: true })
enter(['21'], [upToText(20)], { needs: '01 03 8006', excludes: '235' })
enter(['22'], [upToText(20)], { needs: '01' })
enter(['235'], [upToText(28)], { needs: '01' })
enter(['240', '241'], [upToText(30)], { needs: ITEM })
enter(['242'], [upToDigits(6)], { needs: '01 02 8006 8026' })
enter(['243'], [upToText(20)], { needs: '01 03' })
enter(['250'], [upToText(30)], { needs: '01+21 03+21 8006+21' })
enter(['251'], [upToText(30)], { needs: '01 03 8006' })
enter(['253'], [digits(13, 'key'), optional(upToText(17))])
enter(['254'], [upToText(20)], { needs: '414' })
enter(['255'], [digits(13, 'key'), optional(upToDigits(12))], {
  excludes: '01 02 415 8006 8020 8026',
})

// How much, and for how much.
enter(['30'], [upToDigits(8)], { needs: TRADE_ITEM })
measure(310, 316, TRADE_ITEM)
measure(320, 329, TRADE_ITEM)
measure(330, 336, UNIT)
measure(337, 337, '01')
measure(340, 349, UNIT)
measure(350, 352, TRADE_ITEM)
measure(353, 355, UNIT)
measure(356, 357, TRADE_ITEM)
measure(360, 361, TRADE_ITEM)
measure(362, 363, UNIT)
measure(364, 366, TRADE_ITEM)
measure(367, 369, UNIT)
enter(['37'], [upToDigits(8)], { needs: '00+02 00+8026' })
enter(range('390', 9), [upToDigits(15)], { needs: '255 8020', excludes: '390n 391n 394n 8111' })
enter(range('391', 9), [digits(3), upToDigits(15)], { needs: '8020', excludes: '391n' })
enter(range('392', 9), [upToDigits(15)], {
  needs: '01+30 01+31nn 01+32nn 01+35nn 01+36nn',
  excludes: '392n 393n',
})
enter(range('393', 9), [digits(3), upToDigits(15)], { needs: `30 ${MEASURED}`, excludes: '393n' })
enter(range('394', 3), [digits(4)], { needs: '255', excludes: '394n 8111' })
enter(range('395', 5), [digits(6)], { needs: `30 ${MEASURED}`, excludes: '392n 393n 395n 8005' })

// Where from, where to.
enter(['400', '401'], [upToText(30)])
enter(['402'], [digits(17, 'key')])
enter(['403'], [upToText(30)], { needs: '00' })
enter(['410', '411', '412', '413', '414', '416', '417'], [digits(13, 'key')], { fixed: true })
enter(['415'], [digits(13, 'key')], { needs: '8020', fixed: true })
enter(['420'], [upToText(20)], { excludes: '421' })
enter(['421'], [digits(3), upToText(9)], { excludes: '4307' })
enter(['422'], [digits(3)], { needs: ITEM, excludes: '426' })
enter(['423', '425'], [digits(3), ...Array.from({ length: 4 }, () => optional(digits(3)))], {
  needs: '01 02 03',
  excludes: '426',
})
enter(['424'], [digits(3)], { needs: '01 02 03', excludes: '426' })
enter(['426'], [digits(3)], { needs: '01 02 03' })
enter(['427'], [upToText(3)], { needs: '01+422 02+422 03+422' })

// What food and its carriers add.
enter(['7003'], [digits(6, 'date'), digits(4, 'hour-minute')], { needs: '01 02 03' })
enter(['7006'], [digits(6, 'date')], { needs: TRADE_ITEM })
enter(['7007'], [digits(6, 'date'), optional(digits(6, 'date'))], { needs: TRADE_ITEM })
enter(range('723', 9), [text(2), upToText(28)], { needs: '01 8004' })
enter(
  ['8001'],
  [digits(4, 'not-zero'), digits(5, 'not-zero'), digits(3, 'not-zero'), digits(1, 'winding'), digits(1)],
  { needs: '01' },
)
enter(['8003'], [digits(1, 'zero'), digits(13, 'key'), optional(upToText(16))])
enter(['8004'], [upToText(30)])
enter(['8005'], [digits(6)], { needs: TRADE_ITEM })
enter(['8006'], [digits(14, 'key'), digits(4)], { excludes: '01 03 37' })
enter(['8010'], [upToText(30)])
enter(['8011'], [upToDigits(12)], { needs: '8010' })
enter(['8017'], [digits(18, 'key')], { excludes: '8018' })
enter(['8018'], [digits(18, 'key')], { excludes: '8017' })
enter(['8019'], [upToDigits(10)], { needs: '8017 8018' })
enter(['8020'], [upToText(25)], { needs: '415' })
enter(['8026'], [digits(14, 'key'), digits(4)], { needs: '37', excludes: '02 03 8006' })
enter(['8111'], [digits(4)], { needs: '255' })
enter(['90'], [upToText(30)])
enter(range('9', 9).slice(1), [upToText(90)])

/** The application identifiers that a grocery and its fulfilment centre meet. */
export const APPLICATION_IDENTIFIERS: ReadonlyMap<string, ApplicationIdentifier> = table
