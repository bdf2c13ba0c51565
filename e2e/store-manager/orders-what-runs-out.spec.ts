import { expect, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'

test('what to order is computed when asked for, and its address says what is shown', async ({ page }) => {
  await signIn(page, 'manager')
  await page.goto('/replenishment')
  await page.getByRole('button', { name: 'Compute now' }).click()
  await expect(page.getByText(/\d+ items looked at, \d+ to order/)).toBeVisible()
  await page.getByRole('radio', { name: /^Approved/ }).click()
  await expect(page).toHaveURL(/state=approved/)
  await expect(page.getByText('Nothing waits to be sent')).toBeVisible()
})
