import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { demo, signIn } from '../fixtures/demo-house'
import { eventually } from '../fixtures/machine'

const shown = (page: Page) => page.getByRole('alertdialog')

/** Asks as a machine does, and says what is answered. */
const statusOf = async (page: Page, key: string): Promise<number> => {
  const headers = { authorization: `Bearer ${key}` }
  const { request } = page.context()
  return (await request.get(`/api/stock?site=${demo().site}&limit=1`, { headers })).status()
}

test('a key is made, opens what it says, is rotated with an overlap, and revoked opens nothing', async ({
  page,
  browser,
}) => {
  const name = `till ${randomUUID().slice(0, 8)}`
  const outside = await browser.newPage({ baseURL: demo().url })
  await signIn(page, 'manager')
  await page.goto('/settings')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Keys' }).click()
  await page.getByRole('button', { name: 'Make a key' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(page.getByText('Choose one at least.')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Read/ }).check({ force: true })
  await page.getByRole('button', { name: 'Make it' }).click()
  const first = await shown(page).getByText(/^slk_/).innerText()
  await page.getByRole('button', { name: 'I have it' }).click()
  expect(await page.content()).not.toContain(first)
  expect(await statusOf(outside, first)).toBe(200)

  await page.getByRole('button', { name }).click()
  const drawer = page.getByRole('dialog', { name })
  await drawer.getByRole('button', { name: 'New secret' }).click()
  await shown(page).getByRole('button', { name: 'Make a new one' }).click()
  const second = await shown(page).getByText(/^slk_/).innerText()
  await page.getByRole('button', { name: 'I have it' }).click()
  expect([await statusOf(outside, first), await statusOf(outside, second)]).toEqual([200, 200])
  await expect(drawer.getByText('The secret before works until')).toBeVisible()

  await drawer.getByRole('button', { name: 'Revoke' }).click()
  await shown(page).getByRole('button', { name: 'Revoke' }).click()
  await expect(drawer.getByText('Revoked', { exact: true })).toBeVisible()
  const statuses = () => Promise.all([first, second].map((key) => statusOf(outside, key)))
  await eventually(statuses, (both) => both.every((status) => status === 401))

  await page.goto('/settings/audit')
  const rows = page.getByRole('table', { name: 'Audit log' }).getByRole('row')
  await expect(rows.filter({ hasText: 'Revoke key' }).first()).toContainText('Mara Lind')
  await expect(rows.filter({ hasText: 'Rotate key' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('The chain is whole.')).toBeVisible()
})

test('who is invited chooses a password before anything else, and is signed out when disabled', async ({
  page,
  browser,
}) => {
  const email = `${randomUUID().slice(0, 8)}@stowline.example`
  await signIn(page, 'manager')
  await page.goto('/settings/people')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Name').fill('Nora Berg')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const given = await shown(page).locator('code').innerText()
  await page.getByRole('button', { name: 'I have it' }).click()

  const guest = await browser.newPage({ baseURL: demo().url })
  await guest.goto('/sign-in')
  await guest.getByLabel('E-mail').fill(email)
  await guest.getByLabel('Password', { exact: true }).fill(given)
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await expect(guest.getByRole('heading', { name: 'Choose your password' })).toBeVisible()
  expect((await guest.context().request.get('/api/picks/next')).status()).toBe(403)
  await guest.getByLabel('Password until now').fill(given)
  await guest.getByLabel(/^New password/).fill('a password of my own')
  await guest.getByRole('button', { name: 'Change the password' }).click()
  await expect(guest).toHaveURL('/pick')

  const row = page.getByRole('table', { name: 'People' }).getByRole('row').filter({ hasText: email })
  await row.getByRole('button').click()
  await page.getByRole('dialog', { name: 'Nora Berg' }).getByRole('button', { name: 'Disable' }).click()
  await shown(page).getByRole('button', { name: 'Disable' }).click()
  await expect(row).toContainText('Disabled')
  await guest.goto('/pick')
  await expect(guest).toHaveURL(/\/sign-in/)
})

test('the last manager of a site stays, and no machine comes to the settings', async ({ page }) => {
  await signIn(page, 'manager')
  const people = await page.context().request.get('/api/people')
  const { items } = (await people.json()) as { items: { id: string; role: string; email: string }[] }
  const other = items.find(({ email }) => email === 'ines@stowline.example')
  const own = items.find(({ email }) => email === 'manager@stowline.example')
  const disable = (id = '') =>
    page
      .context()
      .request.post(`/api/people/${id}/disable`, { headers: { origin: new URL(page.url()).origin } })
  expect((await disable(other?.id)).status()).toBe(200)
  expect((await disable(own?.id)).status()).toBe(409)
  for (const { key } of demo().apiKeys) {
    const headers = { authorization: `Bearer ${key}` }
    const answer = await fetch(new URL('/api/keys', demo().url), { headers })
    expect(answer.status).toBe(403)
  }
})
