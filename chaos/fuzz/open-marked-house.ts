import { randomBytes } from 'node:crypto'
import { demo } from '@/e2e/fixtures/demo-house'
import { scopeSchema } from '@/lib/sites/schema'
import type { Ground } from '../open-ground'

const OTHER_SITE = `FUZZ-${randomBytes(3).toString('hex')}`

/** Who asks: what they send with every request, and whose mark they may never hear. */
export type Caller = {
  name: string
  headers: Record<string, string>
  opens: string[]
  site?: string
  mustNotHear?: string
}
export type MarkedSite = { id: string; mark: string; key: string }

/** Two sites with a word each that stands in every text of theirs, and callers of every kind at both. */
export async function openMarkedHouse(ground: Ground): Promise<{ sites: MarkedSite[]; callers: Caller[] }> {
  const { site: demoSite, users } = demo(ground.dataFolder)
  process.env.DATABASE_URL = ground.databaseUrl()
  const { openHall } = await import('@/lib/testing/open-hall')
  const { createApiKey } = await import('@/lib/sites/create-api-key')
  const { createUser } = await import('@/lib/sites/create-user')
  const { closeDatabase, pool } = await import('@/lib/platform/db')
  await openHall({ at: OTHER_SITE, aisles: 3, binsAnAisle: 10 })
  const callers: Caller[] = [
    { name: 'nobody', headers: {}, opens: [] },
    { name: 'a made-up key', headers: { authorization: `Bearer slk_${'x'.repeat(43)}` }, opens: [] },
  ]
  const sites: MarkedSite[] = []
  for (const id of [demoSite, OTHER_SITE]) {
    const mark = `mark${randomBytes(6).toString('hex')}`
    await pool.query('UPDATE site SET name = $1 WHERE id = $2', [mark, id])
    await pool.query(`UPDATE zone SET name = $1 || ' ' || code WHERE site_id = $2`, [mark, id])
    for (const scope of scopeSchema.options) {
      const { key } = await createApiKey({ name: `${mark} ${scope}`, scopes: [scope], siteId: id })
      callers.push({ name: `${scope} of ${id}`, headers: bearer(key), opens: [scope], site: id })
      if (scope === 'all') sites.push({ id, mark, key })
    }
  }
  const people = users.map((user) => ({ ...user, site: demoSite }))
  for (const role of ['manager', 'picker', 'support'] as const) {
    const email = `${role}@${OTHER_SITE.toLowerCase()}.example`
    const password = randomBytes(12).toString('base64url')
    const name = `${sites[1]?.mark} ${role}`
    await createUser({ email, name, password, role, siteIds: [OTHER_SITE] })
    people.push({ role, email, password, site: OTHER_SITE })
  }
  await closeDatabase()
  for (const { role, email, password, site } of people)
    callers.push({
      name: `${role} of ${site}`,
      headers: await signIn(ground.url, email, password),
      opens: [role],
      site,
    })
  for (const caller of callers)
    if (caller.site) caller.mustNotHear = sites.find(({ id }) => id !== caller.site)?.mark ?? ''
  return { sites, callers }
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

async function signIn(url: string, email: string, password: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status}`)
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { cookie: cookies.join('; '), origin: url, 'sec-fetch-site': 'same-origin' }
}
