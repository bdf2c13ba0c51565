import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { EventBook } from '@/e2e/fixtures/stock-events'
import type { Ground } from './open-ground'

/** The events of a book that the ledger tells as a file: rows, and ids. The house keeps selling meanwhile, to other sources. */
export async function recordedOnce({ shop }: Ground, { source }: EventBook, from: Date) {
  const answer = await shop.send('GET', `/api/export/events?format=ndjson&from=${from.toISOString()}`)
  const ids = (await answer.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { source: string; id: string })
    .filter((event) => event.source === source)
    .map(({ id }) => id)
  return { rows: ids.length, ids: new Set(ids).size }
}

/** The chore as it is run by hand, on the house as it runs. */
export async function rebuildStock(ground: Ground): Promise<{ code: number; words: string }> {
  const chore = spawn(process.execPath, ['--import', 'tsx', 'scripts/rebuild-stock.ts'], {
    env: { ...process.env, DATABASE_URL: ground.databaseUrl() },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  chore.stdout.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(chore, 'close')) as [number | null]
  return { code: code ?? 1, words: said.trim().split('\n').slice(-3).join('; ') }
}
