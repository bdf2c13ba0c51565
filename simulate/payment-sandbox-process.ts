import { z } from 'zod'
import { openPaymentSandbox } from './payment-sandbox'

const settingsSchema = z.object({
  PAYMENT_SANDBOX_HOST: z.string().min(1).default('127.0.0.1'),
  PAYMENT_SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  PAYMENT_SANDBOX_BOOKS: z.string().min(1),
  PAYMENT_SANDBOX_WEBHOOK_URL: z.url().optional(),
  PAYMENT_SANDBOX_SECRET: z.string().min(1).optional(),
})

/** The payment sandbox as a process of its own: says its address when it listens, ends when its stdin closes. */
async function main(): Promise<void> {
  const settings = settingsSchema.parse(process.env)
  const { PAYMENT_SANDBOX_WEBHOOK_URL: url, PAYMENT_SANDBOX_SECRET: secret } = settings
  const sandbox = await openPaymentSandbox({
    ...(url && secret && { webhooks: { url, secret } }),
    host: settings.PAYMENT_SANDBOX_HOST,
    port: settings.PAYMENT_SANDBOX_PORT,
    booksFile: settings.PAYMENT_SANDBOX_BOOKS,
  })
  process.stdin.resume().on('close', () => process.exit(0))
  process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`payment sandbox: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
