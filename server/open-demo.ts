import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { wantReports } from '@/lib/figures/set-shift-plan'
import { takeTurn } from '@/lib/platform/take-turn'
import { addAlertTarget } from '@/lib/queue-health/add-alert-target'
import { alertTargetRequestSchema } from '@/lib/queue-health/schema'
import { checkAuditLog } from '@/lib/sites/check-audit-log'
import { createApiKey } from '@/lib/sites/create-api-key'
import { createUser } from '@/lib/sites/create-user'
import { disablePerson } from '@/lib/sites/disable-person'
import { invitePerson } from '@/lib/sites/invite-person'
import { isKnownApiKey } from '@/lib/sites/queries'
import { recordAudit } from '@/lib/sites/record-audit'
import { removeDemoAccess } from '@/lib/sites/remove-demo-access'
import { type Role, roleSchema, scopeSchema } from '@/lib/sites/schema'
import { countFirstBaskets } from '@/prisma/seed/count-first-baskets'
import { drawDemoConveyor } from '@/prisma/seed/draw-demo-conveyor'
import { DEMO_SITE, seedOpeningDay } from '@/prisma/seed/opening-day'
import { seedPastWeeks } from '@/prisma/seed/past-weeks'

const credentialsSchema = z.object({
  url: z.string(),
  users: z.array(z.object({ role: roleSchema, email: z.string(), password: z.string() })),
  apiKeys: z.array(z.object({ scope: scopeSchema, key: z.string() })),
  site: z.string(),
})
type Credentials = z.infer<typeof credentialsSchema>

const MANAGER = 'manager@stowline.example'
const NAMES = { manager: 'Mara Lind', picker: 'Pio Fuchs', support: 'Sam Ortega' } as const
/** Who has been asked in and has not come yet; the last one is not to come any more. */
const INVITED = [
  { name: 'Ines Kaya', role: 'manager' },
  { name: 'Jonas Wolf', role: 'support' },
  { name: 'Lea Brandt', role: 'support' },
] as const

/** One process at a time opens the demo; the number means nothing else. */
const DEMO_LOCK = 7_031_966
const LOOK_AGAIN_MS = 250

/**
 * The demo: its site, one account a role and one key a scope, the same at every start of one data folder. Of processes
 * that open at once, the next one waits until the one before is ready and has written down what it made.
 */
export async function openDemo(dataFolder: string, say: (line: string) => void) {
  const turn = takeTurn(DEMO_LOCK)
  while (!(await turn.isMine())) await setTimeout(LOOK_AGAIN_MS)
  await seedOpeningDay(say)
  await drawDemoConveyor(DEMO_SITE)
  await seedPastWeeks(DEMO_SITE, new Date())
  await countFirstBaskets(DEMO_SITE, new Date())
  await addAlertTarget(alertTargetRequestSchema.parse({ site: DEMO_SITE, kind: 'email', address: MANAGER }))
  await wantReports(DEMO_SITE, MANAGER)
  const file = join(dataFolder, 'demo.json')
  const credentials = (await stillValid(file)) ?? (await makeCredentials())
  return {
    /** Written last, when the house is ready: who reads the file may come in. */
    writeCredentials: (url: string) => {
      writeFileSync(file, JSON.stringify({ ...credentials, url }, null, 2), { mode: 0o600 })
      turn.giveUp()
    },
    saySignIns: () => {
      for (const { role, email, password } of credentials.users)
        say(`  ${role.padEnd(8)} ${email}  ${password}`)
    },
  }
}

async function stillValid(file: string): Promise<Credentials | undefined> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const parsed = credentialsSchema.safeParse(JSON.parse(text))
  const key = parsed.data?.apiKeys[0]?.key
  return key !== undefined && (await isKnownApiKey(key)) ? parsed.data : undefined
}

async function makeCredentials(): Promise<Credentials> {
  await removeDemoAccess()
  const users = []
  let manager = ''
  for (const role of roleSchema.options) {
    const email = `${role}@stowline.example`
    const password = randomBytes(12).toString('base64url')
    const { userId } = await createUser({ email, password, role, name: NAMES[role], siteIds: [DEMO_SITE] })
    if (role === 'manager') manager = `person:${userId}`
    users.push({ role, email, password })
  }
  for (const person of INVITED) await invite(person, manager)
  const apiKeys = []
  for (const scope of scopeSchema.options) {
    const { id, key } = await createApiKey({ name: `demo ${scope}`, scopes: [scope], siteId: DEMO_SITE })
    await audit(manager, 'createKey', `${id} ${scope}`)
    apiKeys.push({ scope, key })
  }
  await checkAuditLog(new Date())
  return { url: '', users, apiKeys, site: DEMO_SITE }
}

async function invite({ name, role }: { name: string; role: Role }, manager: string): Promise<void> {
  const email = `${name.split(' ')[0]?.toLowerCase()}@stowline.example`
  const invited = await invitePerson({ name, role, email, siteIds: [DEMO_SITE] }, new Date())
  if (invited.outcome === 'known') return
  await audit(manager, 'invitePerson', `${invited.userId} ${role}`)
  if (name !== INVITED.at(-1)?.name) return
  await disablePerson(invited.userId, [DEMO_SITE], new Date())
  await audit(manager, 'disablePerson', invited.userId)
}

const audit = (actor: string, action: string, subject: string) =>
  recordAudit({ actor, action, outcome: 'allowed', subject, siteId: DEMO_SITE })
