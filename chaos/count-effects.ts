import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from '@/e2e/fixtures/machine'
import type { Ground } from './open-ground'

/** A house, or several that are one. */
export type Counted = Pick<Ground, 'shop' | 'dataFolder'>

type Step = { kind: string; state: string; dueAt: string | null; finishedAt: string | null }
type Order = { orderNumber: string; steps: Step[] }
type Page<Item> = { items: Item[]; nextCursor: string | null }

/** The orders of these numbers, as `GET /api/orders` lists them. */
export async function ordersOf({ shop }: Counted, numbers: string[]): Promise<Order[]> {
  const wanted = new Set(numbers)
  const found: Order[] = []
  let cursor = ''
  do {
    const page = await shop.get<Page<Order>>(`/api/orders?limit=200${cursor}`)
    found.push(...page.items.filter(({ orderNumber }) => wanted.has(orderNumber)))
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`
  } while (cursor !== '' && found.length < wanted.size)
  return found
}

/** When the first undone step of a kind is late, in milliseconds since 1970. */
export function firstDueMs(orders: Order[], kind: string): number {
  const due = orders.flatMap(({ steps }) =>
    steps.filter((step) => step.kind === kind && step.state !== 'done' && step.dueAt !== null),
  )
  return Math.min(...due.map(({ dueAt }) => Date.parse(dueAt ?? '')))
}

const isDone = ({ steps }: Order): boolean => steps.every(({ state }) => state === 'done')

/**
 * Waits until every step of every order is done, then counts what arrived outside: mails, pick lists, charges.
 * An order with a step undone, or without a mail, pick list or charge is lost; one with two of a kind is doubled.
 */
export async function countEffects(
  ground: Counted,
  numbers: string[],
  seconds = 120,
): Promise<{ lost: number; doubled: number; doneAt: number }> {
  const orders = await eventually(
    () => ordersOf(ground, numbers).catch(() => []),
    (all) => all.length === numbers.length && all.every(isDone),
    seconds,
  ).catch(() => ordersOf(ground, numbers))
  const finished = orders.flatMap(({ steps }) =>
    steps.map(({ finishedAt }) => Date.parse(finishedAt ?? '') || 0),
  )
  const done = new Set(orders.filter(isDone).map(({ orderNumber }) => orderNumber))
  const effects = [await mails(ground), await pickLists(ground), charges(ground)].map(tally)
  const lost = numbers.filter((number) => !done.has(number) || effects.some((of) => !of.has(number)))
  const doubled = numbers.filter((number) => effects.some((of) => (of.get(number) ?? 0) > 1))
  return { lost: lost.length, doubled: doubled.length, doneAt: Math.max(0, ...finished) }
}

async function mails({ shop }: Counted): Promise<string[]> {
  const { items } = await shop.get<{ items: { orderNumber: string }[] }>('/api/demo/mailbox')
  return items.map(({ orderNumber }) => orderNumber)
}

async function pickLists({ shop }: Counted): Promise<string[]> {
  const found: string[] = []
  let cursor = ''
  do {
    const path = `/api/pick-lists?site=${shop.site}&limit=200${cursor}`
    const page = await shop.get<Page<{ orderNumber: string }>>(path)
    found.push(...page.items.map(({ orderNumber }) => orderNumber))
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`
  } while (cursor !== '')
  return found
}

// The provider's own books: what it charged, whoever heard of it.
function charges({ dataFolder }: Counted): string[] {
  const lines = readFileSync(join(dataFolder, 'payment-sandbox.jsonl'), 'utf8').split('\n').filter(Boolean)
  return lines
    .map((line) => JSON.parse(line) as { reference: string; status: string })
    .filter(({ status }) => status === 'authorized')
    .map(({ reference }) => reference)
}

function tally(numbers: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}
