import { chromium, devices, expect, test } from '@playwright/test'
import { type Barcode, writeBarcodeVideo } from '../fixtures/barcode-video'
import { signIn } from '../fixtures/demo-house'
import { scan } from '../fixtures/scanner'

test.use({ ...devices['Pixel 7'], defaultBrowserType: undefined })

const LABELS: (Barcode & { read: string })[] = [
  { bcid: 'ean13', text: '2112233789657', read: 'Item 02112233789657' },
  { bcid: 'gs1-128', text: '(01)02112233789657(10)L7', read: 'Item 02112233789657, lot L7' },
  { bcid: 'qrcode', text: 'https://id.gs1.org/414/4012345000115/254/A07-12-C2', read: 'Bin A07-12-C2' },
  {
    bcid: 'gs1datamatrix',
    text: '(01)02112233789657(17)270131(10)LOT-9',
    read: 'Item 02112233789657, lot LOT-9, until 2027-01-31',
  },
]

test('the camera reads EAN-13, GS1-128, QR and DataMatrix', async ({ baseURL }, testInfo) => {
  const film = testInfo.outputPath('labels.y4m')
  writeBarcodeVideo(film, LABELS)
  // A browser of its own: what its camera sees is settled when it starts.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  try {
    const context = await browser.newContext({ ...devices['Pixel 7'], baseURL, permissions: ['camera'] })
    const page = await context.newPage()
    await signIn(page, 'picker')
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('button', { name: 'Scan a label' }).click()
    const read = page.getByRole('list', { name: 'Labels read' })
    for (const label of LABELS)
      await expect(read.getByText(label.read, { exact: true })).toBeVisible({ timeout: 30_000 })
  } finally {
    await browser.close()
  }
})

test('a scanner that types is heard wherever the focus is, and a thumb is not taken for one', async ({
  page,
}) => {
  await signIn(page, 'picker')
  await page.getByRole('button', { name: 'Menu' }).click()
  const read = page.getByRole('list', { name: 'Labels read' })
  await scan(page, '2112233789657')
  await expect(read.getByText('Item 02112233789657')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).focus()
  await scan(page, '416000336108')
  await expect(read.getByText('Item 00416000336108')).toBeVisible()
  await page.getByRole('button', { name: 'Type a label' }).click()
  await page.getByLabel('Type a label').pressSequentially('02345680', { delay: 120 })
  await page.keyboard.press('Enter')
  await expect(read.getByText('Item 00000002345680')).toBeVisible()
})
