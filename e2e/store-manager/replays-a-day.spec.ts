import { expect, test } from '@playwright/test'
import type { Alert } from '@/lib/queue-health/schema'
import { readPdfText } from '@/lib/testing/read-pdf-text'
import { demo, signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

const shop = machine()
const ORDERS = 4
const setFaults = (faults: object) => shop.send('PUT', '/api/demo/faults', { body: faults })
type Mail = { to: string; subject: string; text: string; attachments: { name: string; path: string }[] }

test.afterEach(() => setFaults({ email: 'ok' }))

test('a day is played again: an alert lasts, the playhead steps, and its report comes by mail', async ({
  page,
}) => {
  test.setTimeout(150_000)
  await setFaults({ email: 'down' })
  const [sku = ''] = await shop.inStock(20)
  for (let n = 0; n < ORDERS; n++) await shop.place(orderOf(shop.site, sku))
  const alerts = () => shop.get<{ items: Alert[] }>('/api/alerts?state=unresolved')
  await eventually(alerts, ({ items }) => items.some(({ queue }) => queue === 'confirmation-email'), 45)

  await signIn(page, 'manager')
  await page.goto('/days')
  await page.getByRole('table', { name: 'Days' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'What happened?', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: /Confirmation e-mail, .* to now/ })).toBeVisible()
  await expect(page.getByText('Demo fault: email down').first()).toBeVisible()
  const playhead = page.getByRole('slider', { name: 'Playhead' })
  const words = await playhead.getAttribute('aria-valuetext')
  await playhead.focus()
  await page.keyboard.press('Home')
  await expect(playhead).toHaveAttribute('aria-valuetext', /^(00|12):00.*: 0 orders so far/)
  await page.keyboard.press('ArrowRight')
  await expect(playhead).toHaveAttribute('aria-valuetext', /^(00|12):01/)
  await expect(page).toHaveURL(/at=1/)
  await page.keyboard.press('End')
  expect(words).toMatch(/[1-9]\d* orders so far, [1-9]\d* alerts? open/)

  await setFaults({ email: 'ok' })
  await page.goto('/days')
  await page.getByRole('button', { name: 'Report until now' }).click()
  const manager = demo().users.find(({ role }) => role === 'manager')?.email ?? ''
  await expect(
    page.getByRole('list', { name: 'Shift reports' }).getByText(`mailed to ${manager}`).first(),
  ).toBeVisible({ timeout: 60_000 })
  const { items } = await shop.get<{ items: Mail[] }>('/api/demo/mailbox')
  const mail = items.find(({ to, attachments }) => to === manager && attachments.length > 0)
  const file = await shop.send('GET', mail?.attachments[0]?.path ?? '')
  const pdf = Buffer.from(await file.arrayBuffer())
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
  const [, orders = ''] = mail?.text.match(/^Orders placed: ([\d,.]+)/m) ?? []
  expect(Number(orders.replace(/\D/g, ''))).toBeGreaterThanOrEqual(ORDERS)
  expect(readPdfText(pdf)).toMatch(new RegExp(`Orders placed\\s+${orders}\\b`))
})
