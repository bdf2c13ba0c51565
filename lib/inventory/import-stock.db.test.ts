import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { stockFileReceived } from './events'
import { forgetStockFiles } from './forget-stock-files'
import { importStock } from './import-stock'
import { findStock } from './queries'
import { findImport, readImports } from './read-imports'
import { receiveStockFile } from './receive-stock-file'

const NOW = new Date('2026-11-21T12:00:00Z')
const BIN = 'A01-1-A1'
const TRACE = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [0] })
})

const receive = (text: string | Uint8Array) =>
  receiveStockFile({ site: SHOP, content: Buffer.from(text), by: 'Ada', traceparent: TRACE }, NOW)

async function received(text: string | Uint8Array): Promise<string> {
  const file = await receive(text)
  if (file.outcome !== 'received') throw new Error(file.reason)
  return file.id
}

async function imported(text: string | Uint8Array) {
  const id = await received(text)
  await importStock(id)
  return findImport(id)
}

const rows = (count: number) => Array.from({ length: count }, () => `received,MILK,1,${BIN}`).join('\n')
const HEADER = 'type,sku,quantity,bin\n'
const onHand = async () => (await findStock('MILK', [SHOP]))?.onHand

it('keeps a file and says in the same commit that it is there', async () => {
  const id = await received(HEADER + rows(2))
  expect(await findImport(id)).toMatchObject({ state: 'running', rows: 0, totalRows: 2, startedBy: 'Ada' })
  expect(await db.outboxEvent.findMany()).toMatchObject([
    { name: stockFileReceived, data: { id, site: SHOP } },
  ])
})

it('records a file in chunks, and the same file again as duplicates', async () => {
  const text = HEADER + rows(1_050)
  const first = { state: 'done', rows: 1_050, totalRows: 1_050, accepted: 1_050, duplicates: 0, rejected: 0 }
  expect(await imported(text)).toMatchObject(first)
  expect(await imported(text)).toMatchObject({ ...first, accepted: 0, duplicates: 1_050 })
  expect(await onHand()).toBe(1_050)
  expect((await readImports(SHOP, { limit: 1 })).nextCursor).not.toBeNull()
})

it('goes on after a death where it stopped, and changes nothing twice', async () => {
  const id = await received(HEADER + rows(1_200))
  await importStock(id)
  // Died when the first thousand were counted, and the others recorded.
  await db.stockImport.updateMany({
    data: { state: 'running', rows: 1_000, accepted: 1_000, finishedAt: null },
  })
  await importStock(id)
  expect(await findImport(id)).toMatchObject({ state: 'done', rows: 1_200, accepted: 1_000, duplicates: 200 })
  expect(await importStock(id)).toEqual({ outcome: 'over' })
  expect(await onHand()).toBe(1_200)
})

it('reads semicolons, a byte order mark, CRLF, empty lines and line breaks in quotes, and names lines as they are', async () => {
  const text = [
    '\uFEFFtype;sku;quantity;bin;reason',
    `received;MILK;5;${BIN};"two\r\nlines"`,
    '',
    `received;MILK;many;${BIN};`,
    `received;CAVIAR;1;${BIN};"a ""quoted"" word"`,
    `eaten;MILK;1;${BIN};`,
    'received;MILK;1',
    `sold;MILK;2;${BIN};`,
  ].join('\r\n')
  const answer = await imported(text)
  expect(answer).toMatchObject({ state: 'done', rows: 6, accepted: 2, rejected: 4 })
  expect(answer?.badLines.map((bad) => bad.line)).toEqual([5, 6, 7, 8])
  expect(answer?.badLines.at(-1)?.reason).toBe('it has 3 columns, the header has 5')
  expect(await onHand()).toBe(3)
})

it('keeps the first 200 bad lines and counts them all', async () => {
  const bad = Array.from({ length: 1_100 }, () => 'received,MILK,none,').join('\n')
  const answer = await imported(HEADER + bad)
  expect(answer).toMatchObject({ state: 'done', accepted: 0, rejected: 1_100 })
  expect(answer?.badLines).toHaveLength(200)
})

it('fails with the line when a quote is never closed, and keeps what came before', async () => {
  const answer = await imported(`${HEADER}${rows(3)}\n"received,MILK,1,${BIN}\n${rows(2)}`)
  expect(answer).toMatchObject({
    ...{ state: 'failed', rows: 3, accepted: 3 },
    error: 'Line 5: a quote is opened and never closed.',
  })
})

it('takes no file without a right header', async () => {
  expect(await receive('sku;colour\n')).toEqual({
    outcome: 'wrong-file',
    reason: 'the header misses type, quantity; it has unknown columns: "colour"',
  })
  expect(await receive('')).toEqual({ outcome: 'wrong-file', reason: 'the file is empty' })
  expect(await receive(Uint8Array.of(0xff, 0xfe, 0x74))).toMatchObject({ outcome: 'wrong-file' })
  expect(await receive('"never closed')).toMatchObject({ outcome: 'wrong-file' })
  expect(await db.stockImport.count()).toBe(0)
})

it('lets go of a file a week after it was read, and of none that still waits', async () => {
  await imported(HEADER + rows(1))
  await received(HEADER + rows(2))
  await db.stockImport.updateMany({ where: { state: 'done' }, data: { finishedAt: NOW } })
  expect(await forgetStockFiles(new Date('2026-11-28T11:59:59Z'))).toEqual({ forgotten: 0 })
  expect(await forgetStockFiles(new Date('2026-11-28T12:00:01Z'))).toEqual({ forgotten: 1 })
  expect(await db.stockImport.findMany({ select: { state: true, content: true } })).toMatchObject(
    expect.arrayContaining([{ state: 'done', content: null }]),
  )
})
