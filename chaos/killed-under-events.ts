import { eventually } from '@/e2e/fixtures/machine'
import { makeEvents, onHand, sendEvents } from '@/e2e/fixtures/stock-events'
import type { DeadLetter } from '@/lib/queue-health/schema'
import { rebuildStock, recordedOnce } from './count-events'
import type { Ground } from './open-ground'
import type { Outcome } from './outcome'

const EVENTS = 20_000
const CLIENTS = 6
const SKUS = 40

/**
 * Thousands of stock events while the server is killed, and then Postgres; clients send again until they are answered.
 * Afterwards the stock is what the events alone say, each is in the ledger once, and the ledger proves the stock.
 */
export async function killedUnderEvents(ground: Ground, skus: string[]): Promise<Outcome> {
  const { shop } = ground
  const chosen = skus.slice(0, SKUS)
  const beganAt = new Date()
  const before = await onHand(shop, chosen)
  const book = makeEvents(shop.site, chosen, EVENTS, beganAt.getTime())
  const { progress, done } = sendEvents(shop, book, CLIENTS)
  done.catch(() => {})
  const reached = (share: number) =>
    eventually(
      async () => progress.share,
      (now) => now >= share,
      120,
    )
  await reached(0.25)
  const houseKilledAt = Date.now()
  await ground.killHouse()
  const backSeconds = (Date.now() - houseKilledAt) / 1000
  await reached(0.6)
  const databaseKilledAt = Date.now()
  ground.killDatabase()
  const answers = await done
  const doneAt = Date.now()

  const after = await onHand(shop, chosen)
  const wrong = chosen.filter(
    (sku) => after.get(sku) !== (before.get(sku) ?? 0) + (book.changes.get(sku) ?? 0),
  )
  const recorded = await recordedOnce(ground, book, beganAt)
  const letters = await newLetters(ground, beganAt)
  const proof = await rebuildStock(ground)
  for (const { id } of letters) await shop.send('POST', `/api/dead-letters/${id}/discard`)
  // Recorded and never told to the sender, who sent it again: of these an answer said `duplicate` in place of `accepted`.
  const unheard = book.valid - answers.accepted
  return {
    killed:
      'the server, kill -9, and then Postgres, kill -9, under six clients with batches of 100 stock events',
    sent: book.sent.length,
    lost: book.valid - recorded.ids,
    doubled: recorded.rows - recorded.ids,
    noticed: null,
    doneSeconds: (doneAt - databaseKilledAt) / 1000,
    healedSeconds: null,
    promises: [
      {
        words: `stock of ${chosen.length} SKUs is what the events say; other: ${wrong.length}`,
        kept: wrong.length === 0,
      },
      {
        words: `accepted ${answers.accepted} and duplicates ${answers.duplicates} add up to ${book.valid} and ${book.repeated}`,
        kept: unheard >= 0 && answers.duplicates === book.repeated + unheard,
      },
      {
        words: `${answers.rejected} rejected, and as many dead letters`,
        kept: answers.rejected === book.invalid && letters.length === book.invalid,
      },
      { words: `rebuild-stock: ${proof.words}`, kept: proof.code === 0 },
    ],
    notes: [
      `${answers.attempts - Math.ceil(book.sent.length / 100)} batches were sent again, ${unheard} events were committed unheard`,
      `the server was back after ${backSeconds.toFixed(1)} s`,
    ],
  }
}

async function newLetters({ shop }: Ground, since: Date): Promise<DeadLetter[]> {
  const found: DeadLetter[] = []
  let cursor = ''
  do {
    const page = await shop.get<{ items: DeadLetter[]; nextCursor: string | null }>(
      `/api/dead-letters?kind=event&state=dead&limit=200${cursor}`,
    )
    found.push(...page.items.filter(({ createdAt }) => Date.parse(createdAt) >= since.getTime()))
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`
  } while (cursor !== '')
  return found
}
