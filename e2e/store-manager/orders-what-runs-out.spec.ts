import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'

test('what runs out is approved and taken back, and the address says what is shown', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/replenishment')
  // The first proposals follow the first forecast, within a minute or two of the house's first start.
  await expect(async () => {
    await page.getByRole('button', { name: 'Compute now' }).click()
    await expect(page.getByText(/\d+ items looked at, [1-9]\d* to order/).first()).toBeVisible()
  }).toPass({ timeout: 45_000 })
  const first = await page
    .getByRole('checkbox', { name: /^Choose / })
    .first()
    .getAttribute('aria-label')
  // By its name: computed again, another may have come to be the first.
  const chosen = page.getByRole('checkbox', { name: first ?? '', exact: true })
  // The box itself lies unseen below its mark, where no pointer finds it.
  await chosen.press('Space')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByText(/1 item approved/)).toBeVisible()
  await page.getByRole('radio', { name: 'Approved 1' }).click()
  await expect(page).toHaveURL(/state=approved/)
  await expect(chosen).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Nothing waits to be sent')).toBeVisible()
})

test('who changes the terms of an item sees what would be ordered then', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/replenishment')
  await page.getByRole('table', { name: 'Reorders' }).getByRole('link').first().click()
  const panel = page.getByRole('region', { name: 'What to order' })
  await panel.getByRole('button', { name: 'Change the terms…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Units in a pack').fill('997')
  await expect(dialog.getByText(/proposal would be 997 units, not/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Save the terms' }).click()
  await expect(dialog).toBeHidden()
  await expect(panel.getByText(/packs of 997/).first()).toBeVisible()
})
