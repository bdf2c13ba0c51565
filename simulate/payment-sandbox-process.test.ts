import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { authorisePayment } from '@/lib/payments/authorise-payment'
import { lookUpPayment } from '@/lib/payments/look-up-payment'

let folder: string
let child: ChildProcess | undefined
const booksFile = () => join(folder, 'books.jsonl')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stowline-books-'))
})
afterEach(async () => {
  await kill()
  rmSync(folder, { recursive: true })
})

async function start(port = '0'): Promise<string> {
  const env = { ...process.env, PAYMENT_SANDBOX_PORT: port, PAYMENT_SANDBOX_BOOKS: booksFile() }
  const args = ['--import', 'tsx', 'simulate/payment-sandbox-process.ts']
  const started = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  child = started
  const [line] = await once(createInterface({ input: started.stdout }), 'line')
  const { url } = JSON.parse(String(line)) as { url: string }
  process.env.PAYMENT_SANDBOX_URL = url
  return new URL(url).port
}

async function kill(): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** 300 charges take as long as the machine takes. */
const PATIENT = { timeout: 20_000 }
let orders = 0
const charge = (token = 'tok_ok') => {
  const orderNumber = `order-${++orders}`
  const paying = authorisePayment({ orderNumber, amountMinor: 500, currency: 'EUR', token })
  return paying.then((answer) => ({ orderNumber, answer }))
}

it('killed in mid flight has lost no charge it made, and made none twice', { timeout: 30_000 }, async () => {
  const port = await start()
  const linesWritten = () => readFileSync(booksFile(), 'utf8').split('\n').length - 1
  const lost = Array.from({ length: 8 }, () => charge('tok_lost'))
  await expect.poll(linesWritten, PATIENT).toBe(8)
  const inFlight = Array.from({ length: 32 }, async () => {
    const charges = []
    while (child?.signalCode === null) charges.push(await charge())
    return charges
  })
  await expect.poll(linesWritten, PATIENT).toBeGreaterThan(300)
  await kill()
  const charges = [...(await Promise.all(inFlight)).flat(), ...(await Promise.all(lost))]
  const written = readFileSync(booksFile(), 'utf8').split('\n').filter(Boolean)

  await start(port)
  for (const { orderNumber, answer } of charges) {
    const known = await lookUpPayment({ orderNumber })
    if (answer.outcome === 'authorised') expect(known).toEqual(answer)
    else expect(answer.outcome).toBe('unknown')
  }
  // The silent eight were charged, and only silent.
  for (const { orderNumber } of await Promise.all(lost))
    expect(await lookUpPayment({ orderNumber })).toMatchObject({ outcome: 'authorised' })
  const keys = written.map((line) => (JSON.parse(line) as { key: string }).key)
  expect(new Set(keys).size).toBe(keys.length)
})

it('takes charges at its old address again, over connections of the process that died', {
  timeout: 30_000,
}, async () => {
  const port = await start()
  await Promise.all(Array.from({ length: 16 }, () => charge()))
  await kill()
  expect((await charge()).answer).toMatchObject({ outcome: 'unknown', detail: expect.stringContaining(port) })
  await start(port)
  const charges = await Promise.all(Array.from({ length: 16 }, () => charge()))
  expect(charges.map(({ answer }) => answer.outcome)).toEqual(Array(16).fill('authorised'))
})

it('cuts off a torn last line and keeps the rest', { timeout: 30_000 }, async () => {
  await start()
  const before = await charge()
  await kill()
  appendFileSync(booksFile(), '{"key":"torn","id":"auth_1","sta')
  await start()
  const after = await charge()
  await kill()
  await start()
  for (const { orderNumber, answer } of [before, after])
    expect(await lookUpPayment({ orderNumber })).toEqual(answer)
  expect(await lookUpPayment({ orderNumber: 'torn' })).toEqual({ outcome: 'not-found' })
})

it('ends when its stdin closes', { timeout: 30_000 }, async () => {
  await start()
  const ended = child && once(child, 'exit')
  child?.stdin?.end()
  expect(await ended).toEqual([0, null])
})
