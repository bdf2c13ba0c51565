import { chromium } from '@playwright/test'
import { Pool } from 'undici'
import { signIn } from '@/e2e/fixtures/demo-house'
import { findChromium } from '@/scripts/find-chromium.mjs'
import { type House, openHouse } from './open-house'
import {
  BATCHED,
  EVENTS_PER_SECOND,
  ORDERS_PER_SECOND,
  placeSteadily,
  received,
  SKUS,
  send,
  someOrders,
  steadily,
} from './steady-load'
import { ms, percentile, type Table } from './tables'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 20)
const PEAK_CLIENTS = 4
const BATCH = 500

/**
 * What a peak of stock events does to others: orders placed at a steady rate, with the house quiet and with as many events
 * as it takes; and how long after the request a change stands on a browser's screen, at 100 events a second.
 */
export async function benchPeak(): Promise<Table[]> {
  const house = await openHouse()
  try {
    const orders = someOrders()
    const quiet = timesOf(await placeSteadily(house, orders, SECONDS))
    const peak = floodWithEvents(house)
    const busy = timesOf(await placeSteadily(house, orders, SECONDS))
    const { taken, turnedAway, seconds } = await peak.stop()
    const seen = await watchScreen(house)
    const line = (name: string, { p50, p99 }: Times) => [name, ms(p50), ms(p99)]
    return [
      {
        title: `Orders at ${ORDERS_PER_SECOND}/s, request to answer`,
        columns: ['', 'p50 ms', 'p99 ms'],
        rows: [line('nothing else', quiet), line('during a peak of events', busy)],
        note: `the peak: ${(taken / seconds).toFixed(0)} events/s taken, ${turnedAway} batches asked to come again`,
      },
      {
        title: `A change on a browser's screen, at ${EVENTS_PER_SECOND} events/s`,
        columns: ['', 'p50 ms', 'p99 ms'],
        rows: [line('request to answer', seen.answer), line('request to screen', seen.screen)],
      },
    ]
  } finally {
    await house.close()
  }
}

type Times = { p50: number; p99: number }
const timesOf = (values: number[]): Times => {
  const sorted = values.toSorted((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}

function floodWithEvents(house: House) {
  const pool = new Pool(house.url, { connections: PEAK_CLIENTS, pipelining: 1 })
  let isOver = false
  let taken = 0
  let turnedAway = 0
  const start = performance.now()
  const clients = Array.from({ length: PEAK_CLIENTS }, async () => {
    for (let number = 0; !isOver; number += BATCH) {
      const batch = Array.from({ length: BATCH }, (_, n) => received(number + n))
      const status = await send(pool, house, '/api/events', { 'content-type': BATCHED }, batch, [202, 429])
      if (status === 202) taken += BATCH
      else turnedAway++
    }
  })
  return {
    stop: async () => {
      isOver = true
      await Promise.all(clients)
      await pool.close()
      return { taken, turnedAway, seconds: (performance.now() - start) / 1_000 }
    },
  }
}

/** One of the events is of the item that a manager looks at; the page itself says when its new quantity stands there. */
async function watchScreen(house: House): Promise<{ answer: Times; screen: Times }> {
  process.env.E2E_DATA = house.dataFolder
  const browser = await chromium.launch({
    executablePath: await findChromium(console.error),
    args: ['--no-sandbox'],
  })
  const pool = new Pool(house.url, { connections: 8, pipelining: 1 })
  try {
    const context = await browser.newContext({ baseURL: house.url })
    const page = await context.newPage()
    await signIn(page, 'manager')
    const watched = SKUS[0] ?? ''
    await page.goto(`/inventory/${encodeURIComponent(watched)}`)
    const figure = page.locator('[data-figure="On hand"]')
    await figure.waitFor()
    const units = async () => Number((await figure.textContent())?.replaceAll(/\D/g, ''))
    const others = steadily(EVENTS_PER_SECOND, SECONDS, async (number) => {
      await send(
        pool,
        house,
        '/api/events',
        { 'content-type': BATCHED },
        [received(number, SKUS[1 + (number % 99)])],
        [202],
      )
    })
    const screen: number[] = []
    const end = performance.now() + SECONDS * 900
    for (let number = 0; performance.now() < end; number++) {
      const expected = String((await units()) + 1)
      const began = performance.now()
      const shown = page.waitForFunction(
        (text) =>
          document.querySelector('[data-figure="On hand"]')?.textContent?.replaceAll(/\D/g, '') === text,
        expected,
      )
      await send(pool, house, '/api/events', { 'content-type': BATCHED }, [received(number, watched)], [202])
      await shown
      screen.push(performance.now() - began)
    }
    return { answer: timesOf(await others), screen: timesOf(screen) }
  } finally {
    await browser.close()
    await pool.close()
  }
}
