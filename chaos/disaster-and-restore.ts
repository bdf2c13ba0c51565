import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '@/e2e/fixtures/machine'
import { makeEvents, sendEvents } from '@/e2e/fixtures/stock-events'
import { countEffects } from './count-effects'
import { rebuildStock, recordedOnce } from './count-events'
import { type Ground, openGround } from './open-ground'
import type { Outcome } from './outcome'
import { pause } from './pause'
import { sendOrders } from './send-orders'

const UNITS = 20
const ORDERS_PER_SECOND = 5
const EVENTS = 20_000
const CLIENTS = 2
const BEFORE_SECONDS = 10
const AFTER_SECONDS = 5
const RECONCILED_SECONDS = 300
/** What a disaster does not reach: the provider's own books, and what our clients know of us. */
const ELSEWHERE = new Set(['payment-sandbox.jsonl', 'demo.json', 'complaints.log'])

/**
 * A house of its own whose commits wait for the backup folder, under orders and stock events: everything dies at once,
 * the data folder is gone, `npm run restore` brings it back from the backups alone, and the house opens again. Clients
 * repeat what was never answered, as the contract asks of them; what was answered must be there, once.
 */
export async function disasterAndRestore(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'stowline-chaos-backup-'))
  const ground = await openGround({ STOWLINE_BACKUP: folder, STOWLINE_BACKUP_SYNC: '1' })
  try {
    return await burn(ground, folder)
  } finally {
    await ground.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function burn(ground: Ground, folder: string): Promise<Outcome> {
  const { shop } = ground
  await eventually(
    async () => bases(folder),
    (names) => names.length > 0,
    60,
  )
  const skus = await shop.inStock(UNITS)
  const beganAt = new Date()
  const book = makeEvents(shop.site, skus.slice(0, 40), EVENTS, beganAt.getTime())
  const orders = sendOrders(ground, ORDERS_PER_SECOND, skus)
  const events = sendEvents(shop, book, CLIENTS)
  events.done.catch(() => {})
  await pause(BEFORE_SECONDS)
  await eventually(
    async () => events.progress.share,
    (share) => share > 0.3,
    60,
  )
  let answeredBefore = 0
  const toldBefore = events.progress.share
  let restored = ''
  const diedAt = Date.now()
  await ground.burnDown(async () => {
    answeredBefore = orders.numbers.length
    for (const name of readdirSync(ground.dataFolder))
      if (!ELSEWHERE.has(name)) rmSync(join(ground.dataFolder, name), { recursive: true, force: true })
    restored = await restore(folder, ground.dataFolder)
  })
  const backSeconds = (Date.now() - diedAt) / 1000
  await pause(AFTER_SECONDS)
  await orders.stop()
  await events.done

  const { lost, doubled, doneAt } = await countEffects(ground, orders.numbers)
  const recorded = await recordedOnce(ground, book, beganAt)
  const proof = await rebuildStock(ground)
  const differences = await reconcile(ground)
  return {
    killed: 'the whole house and its Postgres, kill -9, and then the data folder, with everything in it',
    sent: orders.numbers.length + book.sent.length,
    lost: lost + book.valid - recorded.ids,
    doubled: doubled + recorded.rows - recorded.ids,
    noticed: null,
    doneSeconds: Math.max(0, doneAt - diedAt) / 1000,
    healedSeconds: null,
    promises: [
      {
        words: `${orders.numbers.length} orders were placed, ${answeredBefore} of them before; lost ${lost}, doubled ${doubled}`,
        kept: lost === 0 && doubled === 0 && answeredBefore > 0,
      },
      {
        words: `${recorded.ids} of ${book.valid} stock events are in the ledger; ${Math.round(100 * toldBefore)} % were answered before`,
        kept: recorded.ids === book.valid && recorded.rows === recorded.ids,
      },
      { words: `rebuild-stock: ${proof.words}`, kept: proof.code === 0 },
      {
        words: `our movements of money are those in the provider's books; differences: ${differences}`,
        kept: differences === 0,
      },
    ],
    notes: [
      restored,
      `open again after ${backSeconds.toFixed(1)} s; ${orders.repeated} attempts at orders were repeated`,
    ],
  }
}

const bases = (folder: string): string[] =>
  existsSync(join(folder, 'base'))
    ? readdirSync(join(folder, 'base')).filter((name) => existsSync(join(folder, 'base', name, 'base.json')))
    : []

// As it is run by hand.
async function restore(from: string, into: string): Promise<string> {
  const chore = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/restore.ts', '--from', from, '--into', into],
    { env: { ...process.env, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  chore.stdout.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(chore, 'close')) as [number | null]
  if (code !== 0) throw new Error(`npm run restore ended with ${code}`)
  return said.trim().split('\n').at(-2) ?? ''
}

type Reconciliation = { id: string; state: string; differences: unknown[] }

/** Lays our movements beside the provider's list until both agree, or twice have not. */
async function reconcile({ shop }: Ground): Promise<number> {
  let found = 0
  // What the provider did unheard of is taken up by the first.
  for (let round = 0; round < 2; round++) {
    const begun = await shop.send('POST', '/api/payments/reconcile', { body: {} })
    if (!begun.ok) throw new Error(`reconcile answers ${begun.status}: ${await begun.text()}`)
    const { id } = (await begun.json()) as { id: string }
    const report = await eventually(
      async () =>
        (await shop.get<{ items: Reconciliation[] }>('/api/payments/reconciliations')).items.find(
          (item) => item.id === id,
        ),
      (item) => item?.state === 'done',
      RECONCILED_SECONDS,
    )
    found = report?.differences.length ?? 0
    if (found === 0) return 0
  }
  return found
}
