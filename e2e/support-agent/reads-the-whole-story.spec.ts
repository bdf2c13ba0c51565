import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/demo-house'
import { eventually, machine, orderOf } from '../fixtures/machine'

const shop = machine()
type Tour = { tourId: string; totes: { orderNumber: string }[] }
type Mailbox = { items: { to: string; subject: string; orderNumber: string; text: string }[] }

const mailsOf = async (orderNumber: string) =>
  (await shop.get<Mailbox>('/api/demo/mailbox')).items.filter((mail) => mail.orderNumber === orderNumber)

async function place(more: { language?: string; email?: string } = {}): Promise<string> {
  const [sku = ''] = await shop.inStock(20)
  const body = orderOf(shop.site, sku, 2)
  const answer = await shop.place({ ...body, customer: { ...body.customer, ...more } })
  return ((await answer.json()) as { orderNumber: string }).orderNumber
}

/** Tours begin until one has the order, which is the next of all by its priority. */
async function beginPicking(orderNumber: string): Promise<Tour> {
  const lists = () =>
    shop.get<{ items: { id: string; orderNumber: string }[] }>(`/api/pick-lists?site=${shop.site}&limit=200`)
  await eventually(lists, ({ items }) => items.some((list) => list.orderNumber === orderNumber))
  for (;;) {
    const tour = await shop.get<Tour>(`/api/picks/next?site=${shop.site}&picker=${randomUUID()}`)
    if (tour.totes.some((tote) => tote.orderNumber === orderNumber)) return tour
  }
}

async function openAsSupport(page: Page, orderNumber: string): Promise<void> {
  await signIn(page, 'support')
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Find an order' })).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.type(orderNumber)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/orders/${orderNumber}`)
}

test('while the mail worker is dead support reads in one place what is true, sends again, and sees it arrive', async ({
  page,
}) => {
  await shop.send('PUT', '/api/demo/faults', { body: { email: 'down' } })
  const orderNumber = await place()
  await beginPicking(orderNumber)
  await openAsSupport(page, orderNumber)
  await expect(page.getByText('Yes: the order is placed and paid for, and it is being picked')).toBeVisible()
  const told = page.getByRole('region', { name: 'What the customer was told' })
  await expect(told.getByText(/^Not sent yet to .*: confirmation e-mail$/)).toBeVisible()
  await expect(told.getByText(/connect ECONNREFUSED/)).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'What is true' }).getByText(/is reserved on the card/),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'Owed next' }).getByText('Confirmation e-mail')).toBeVisible()

  // Asked for while it is owed: when the mail server is back, the house must not send it beside that.
  await page.getByRole('button', { name: 'Send a mail again' }).click()
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(page.getByRole('button', { name: 'Send it' })).toBeHidden()
  await shop.send('PUT', '/api/demo/faults', { body: { email: 'ok' } })
  await expect(told.getByText(new RegExp(`^Mail to .*: Order ${orderNumber} is placed$`))).toBeVisible()
  await expect(told.getByText(/ECONNREFUSED/)).toBeHidden()
  expect(await mailsOf(orderNumber)).toHaveLength(1)
})

test('two people on one order see each other’s acts, and a note can be taken back', async ({
  page,
  browser,
}) => {
  const orderNumber = await place()
  await openAsSupport(page, orderNumber)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'manager')
  await other.goto(`/orders/${orderNumber}`)
  await other.getByLabel('A note for the next one').fill('Rang twice, wants it on Friday')
  await other.getByRole('button', { name: 'Note', exact: true }).click()
  await expect(
    page.getByRole('region', { name: 'Notes' }).getByText('Rang twice, wants it on Friday'),
  ).toBeVisible()
  await expect(page.getByText(/^While you read, .* noted: Rang twice/)).toBeVisible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(other.getByRole('region', { name: 'Notes' }).getByText('Rang twice')).toBeHidden()
  await expect(other.getByText(/took back a note/).first()).toBeVisible()

  await page.getByRole('button', { name: 'Cancel order' }).click()
  await page.getByLabel('Why').fill('Ordered twice')
  await page.getByRole('button', { name: 'Cancel the order' }).click()
  await expect(other.getByText(/cancelled the order \(Ordered twice\)/).first()).toBeVisible()
  await expect(other.getByText('It was placed, and then cancelled')).toBeVisible()
  await other.context().close()
})

test('a customer reads their own page in their language by the link of the mail, and nobody guesses it', async ({
  page,
}) => {
  const orderNumber = await place({ language: 'de-DE' })
  const [mail] = await eventually(
    () => mailsOf(orderNumber),
    (mails) => mails.length > 0,
  )
  expect(mail?.subject).toBe(`Bestellung ${orderNumber} ist aufgegeben`)
  const path = /\/status\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  await page.goto(path)
  await expect(page.getByText('Ihre Bestellung ist aufgegeben')).toBeVisible()
  await expect(page.getByText('Hallo Ada')).toBeVisible()
  await expect(page.getByText('Byron')).toBeHidden()
  await expect(page.getByText('1 Main Street')).toBeHidden()
  const guessed = await page.goto(`/status/${orderNumber}.guess`)
  expect(guessed?.status()).toBe(404)
})

test('an address that the mail server refuses is seen on the order, and another one is reached', async ({
  page,
}) => {
  const orderNumber = await place({ email: `${randomUUID()}@bounces.example` })
  await openAsSupport(page, orderNumber)
  const told = page.getByRole('region', { name: 'What the customer was told' })
  await expect(told.getByText(/was refused: confirmation e-mail/)).toBeVisible()
  await expect(told.getByText(/550 5\.1\.1 There is no mailbox/)).toBeVisible()
  await page.getByRole('button', { name: 'Send a mail again' }).click()
  await page.getByLabel('To', { exact: true }).fill('ada.new@example.com')
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(told.getByText(`Mail to ada.new@example.com: Order ${orderNumber} is placed`)).toBeVisible()
})
