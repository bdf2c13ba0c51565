import { expect, test } from '@playwright/test'
import type { Conveyor, Decision } from '@/lib/conveyor/schema'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine } from '../fixtures/machine'

const house = machine()
/** Others may have scanned before: numbers of their own, each run. */
let seq = Date.now()
let serial = Date.now() % 1e9

const CARRIER = 'DHL'

async function announce(count: number): Promise<string[]> {
  const barcodes = Array.from({ length: count }, () => `E2E${String(++serial).padStart(12, '0')}`)
  const boxes = barcodes.map((barcode) => ({ barcode, kind: 'parcel', destination: CARRIER }))
  const answer = await house.send('POST', '/api/conveyor/boxes', { body: { site: house.site, boxes } })
  expect(answer.ok).toBe(true)
  return barcodes
}

async function scan(barcode: string | null): Promise<Decision> {
  const body = { site: house.site, scanner: 'S2', barcode, at: new Date().toISOString(), seq: ++seq }
  return (await house.send('POST', '/api/scans', { body })).json() as Promise<Decision>
}

/** A box that the belt has heard of: what was just announced takes a moment, and so may a house that just opened. */
async function ride(barcode: string): Promise<Decision> {
  return eventually(
    () => scan(barcode),
    ({ because }) => !['unknown-barcode', 'no-owner', 'too-late'].includes(because),
  )
}

const lanes = async () => {
  const { lanes: all } = await house.get<Conveyor>(`/api/conveyor?site=${house.site}`)
  return all.filter(({ serves }) => serves.includes(CARRIER)).map(({ id }) => id)
}

test.afterEach(async () => {
  for (const lane of await lanes())
    await house.send('PUT', `/api/conveyor/lanes/${lane}`, { body: { site: house.site, state: 'open' } })
})

test('a manager sees boxes come, closes a lane, sees the next ones take another, and takes it back', async ({
  page,
}) => {
  await signIn(page, 'manager')
  await page.goto('/conveyor')
  await expect(page.getByRole('heading', { name: 'Conveyor', level: 1 })).toBeVisible()
  const [first = ''] = await announce(1)
  const { lane } = await ride(first)
  const row = page.getByRole('table', { name: 'Just scanned' }).getByRole('row', { name: first })
  await expect(row.first()).toContainText(lane ?? 'no lane')

  await page.getByRole('button', { name: new RegExp(`^Close lane ${lane},`) }).click()
  await expect(page.getByText(`${lane} is closed`)).toBeVisible()
  await expect(page.getByRole('button', { name: new RegExp(`^Open lane ${lane},`) })).toBeVisible()
  for (const barcode of await announce(4)) {
    const answer = await ride(barcode)
    expect(answer).toMatchObject({ action: 'divert', because: 'routed' })
    expect(answer.lane).not.toBe(lane)
    const next = page.getByRole('table', { name: 'Just scanned' }).getByRole('row', { name: barcode })
    await expect(next.first()).toContainText(answer.lane ?? 'no lane')
  }
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^Close lane ${lane},`) })).toBeVisible()
})

test('a figure leads to its boxes, and a box to its whole path', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/conveyor')
  const [barcode = ''] = await announce(1)
  const { decisionId, lane } = await ride(barcode)
  await house.send('POST', `/api/scans/${decisionId}/confirmation`, {
    body: { outcome: 'diverted', actualLane: lane, at: new Date().toISOString() },
  })
  expect(await scan(null)).toMatchObject({ action: 'reject', because: 'no-read' })
  const figures = page.getByRole('region', { name: 'The last minute' })
  await figures.getByRole('link', { name: /^No-reads [1-9]/ }).click()
  await expect(page.getByRole('heading', { name: 'Decisions', level: 1 })).toBeVisible()
  expect(new URL(page.url()).searchParams.get('because')).toBe('no-read')
  const decisions = page.getByRole('table', { name: 'Decisions' })
  await expect(decisions.getByRole('row', { name: /No label.*No label was read/ }).first()).toBeVisible()

  await page.goto(`/conveyor/decisions?barcode=${barcode}`)
  await decisions.getByRole('link', { name: barcode }).first().click()
  await expect(page.getByRole('heading', { name: barcode, level: 1 })).toBeVisible()
  await expect(page.getByText(`To ${lane}`).first()).toBeVisible()
  await expect(page.getByText(`Arrived in ${lane}`).first()).toBeVisible()
})
