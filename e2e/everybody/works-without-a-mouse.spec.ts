import { expect, type Locator, type Page, test } from '@playwright/test'
import { demo } from '../fixtures/demo-house'
import { machine, orderOf } from '../fixtures/machine'

const MOST_TABS = 200

/** Tab by Tab, as somebody gets there who has nothing else. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeVisible()
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await what.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${what} is not reached by ${MOST_TABS} Tabs`)
}

async function signInByKeys(page: Page, role: 'manager' | 'support'): Promise<void> {
  const user = demo().users.find((one) => one.role === role)
  await page.goto('/sign-in')
  await tabTo(page, page.getByLabel('E-mail'))
  await page.keyboard.type(user?.email ?? '')
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(user?.password ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

test('support finds an order and cancels it', async ({ page }) => {
  const shop = machine()
  const [sku = ''] = await shop.inStock(5)
  const placed = (await (await shop.place(orderOf(shop.site, sku))).json()) as { orderNumber: string }
  await signInByKeys(page, 'support')
  await tabTo(page, page.getByRole('searchbox', { name: 'Find an order' }))
  await page.keyboard.type(placed.orderNumber)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/orders/${placed.orderNumber}`)
  const asks = page.getByRole('button', { name: 'Cancel order' })
  await tabTo(page, asks)
  await page.keyboard.press('Enter')

  // Escape leaves it as it was, and one is where one was.
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(asks).toBeFocused()

  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByLabel('Why'))
  await page.keyboard.type('Ordered twice')
  await tabTo(page, page.getByRole('button', { name: 'Cancel the order' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('It was placed, and then cancelled')).toBeVisible()
})

test('a manager skips to the content, sets the plan of the day and goes to a queue', async ({ page }) => {
  await signInByKeys(page, 'manager')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await tabTo(page, page.getByRole('button', { name: 'Plan', exact: true }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByRole('textbox').first())
  await page.keyboard.press('Control+a')
  await page.keyboard.type('4321')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('own plan of').first()).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('warehouse notification')
  await expect(page.getByRole('option', { name: /warehouse notification/i }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/queues\/warehouse-notification/)
})
