import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { roleSchema } from '@/lib/sites/schema'

const optionsSchema = z.object({
  role: roleSchema,
  email: z.email(),
  name: z.string().min(1),
  site: z.array(z.string().min(1)).min(1),
})

/**
 * `npm run create-user -- --role manager --email ada@example.com --name "Ada Byron" --site STORE-1 [--site …]`
 * on the database of DATABASE_URL. Makes a site that is not there yet, and prints the first password once.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      site: { type: 'string', multiple: true },
    },
  })
  const parsed = optionsSchema.safeParse({ ...values, name: values.name ?? values.email })
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`)
    throw new Error(wrong.join('; '))
  }
  if (!process.env.DATABASE_URL) throw new Error('set DATABASE_URL to the database of the house')
  const { db, closeDatabase } = await import('@/lib/platform/db')
  const { createUser } = await import('@/lib/sites/create-user')
  for (const id of parsed.data.site) {
    const site = { id, name: id, timeZone: 'UTC', currency: 'USD', locale: 'en-US' }
    await db.site.upsert({ where: { id }, create: site, update: {} })
  }
  const password = randomBytes(12).toString('base64url')
  await createUser({ ...parsed.data, password, siteIds: parsed.data.site })
  process.stdout.write(`${parsed.data.email} is a ${parsed.data.role}; first password: ${password}\n`)
  await closeDatabase()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
