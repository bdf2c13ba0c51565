import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RouteCase, routeCaseSchema } from '@/lib/picking/schema'

/** A published instance: its file name, and what is known of it. */
export type Published = {
  name: string
  aisles: number
  articles: number
  bins: number
  isUnit: boolean
  optimum: number
}

/** The published optima for one or two blocks, with several bins an article or one; empty when the folder has no results. */
export function readPublished(folder: string, blocks: 1 | 2, isScattered: boolean): Published[] {
  const file = join(
    folder,
    'results',
    `results_SPRP${isScattered ? '-SS' : ''}${blocks === 2 ? '_two_block' : ''}.csv`,
  )
  if (!existsSync(file)) return []
  const [, ...lines] = readFileSync(file, 'latin1').trim().split(/\r?\n/)
  return lines.flatMap((line) => {
    const cells = line.split(',')
    const found = blocks === 2 ? ofTwoBlocks(cells) : ofOneBlock(cells, isScattered)
    return found.bins > 1 === isScattered ? [found] : []
  })
}

function ofTwoBlocks(cells: string[]): Published {
  const name = cells[0] ?? ''
  const [, demand, bins, aisles, , articles] = /^(\w+?)_F(\d+)_m(\d+)_C(\d+)_a(\d+)_/.exec(name) ?? []
  return {
    name,
    aisles: Number(aisles),
    articles: Number(articles),
    bins: Number(bins),
    isUnit: demand === 'unit',
    optimum: Number(cells.at(-1)),
  }
}

function ofOneBlock(cells: string[], isScattered: boolean): Published {
  const [, unit, aisles, , articles, bins, seed] = cells
  const name = `${unit === 'true' ? 'unit' : 'varying'}_F${bins}_m${aisles}_C${cells[3]}_a${articles}_${seed}.txt`
  return {
    name,
    aisles: Number(aisles),
    articles: Number(articles),
    bins: Number(bins),
    isUnit: unit === 'true',
    optimum: Number(cells[isScattered ? 10 : 12]),
  }
}

/** The case of a published instance, read as one block or as two with a cross aisle in the middle. */
export function readInstance(folder: string, name: string, blocks: 1 | 2): RouteCase {
  const lines = readFileSync(join(folder, 'instances', name), 'latin1').split(/\r?\n/)
  const header = (key: string) => lines.find((line) => line.startsWith(key))?.split(' : ')[1] ?? ''
  const number = (key: string) => Number(header(key))
  const cells = number('NUM_CELLS')
  const step = number('DISTANCE_CELL_TO_CELL')
  const bottom = number('DISTANCE_BOTTOM_TO_CELL')
  const middle = cells / 2
  // Cell 0 is at the top; the two-block reading puts a cross aisle one step from the cells on both sides of the middle.
  const yOf = (cell: number) =>
    bottom + (cells - 1 - cell) * step + (blocks === 2 && cell < middle ? step : 0)
  const top = yOf(0) + number('DISTANCE_TOP_TO_CELL')
  const wanted = new Map<string, number>()
  const options = new Map<string, { bin: string; aisle: number; y: number; qty: number }[]>()
  for (const line of lines) {
    const lot = /^ID (\d+) AISLE (\d+) CELL (\d+) QUANTITY (\d+)/.exec(line)
    const demand = /^ID (\d+) QUANTITY (\d+)/.exec(line)
    if (demand) wanted.set(demand[1] ?? '', Number(demand[2]))
    if (!lot) continue
    const [, id = '', aisle, cell, qty] = lot
    const all = options.get(id) ?? []
    all.push({ bin: `${aisle}-${cell}`, aisle: Number(aisle), y: yOf(Number(cell)), qty: Number(qty) })
    options.set(id, all)
  }
  const depot = { aisle: number('DEPOT_AISLE'), y: header('DEPOT_LOCATION') === 'top' ? top : 0 }
  return routeCaseSchema.parse({
    format: 'pick-route-case/1',
    id: name,
    layout: {
      aisleX: Array.from({ length: number('NUM_AISLES') }, (_, at) => at * number('DISTANCE_AISLE_TO_AISLE')),
      crossY: blocks === 2 ? [0, bottom + (middle - 1) * step + 1, top] : [0, top],
    },
    start: depot,
    stops: [...wanted].map(([id, qty]) => ({ id, qty, options: options.get(id) ?? [] })),
  })
}

/** Whether the folder of published instances is there. */
export const hasInstances = (folder: string): boolean =>
  existsSync(join(folder, 'instances')) && readdirSync(join(folder, 'instances')).length > 0
