import { createHash } from 'node:crypto'
import { auth } from '@/lib/platform/auth'
import { isDatabaseAway } from '@/lib/platform/database-away'
import { statement } from '@/lib/platform/db'
import { noteKeyUse } from './note-key-use'
import { type Caller, roleSchema, type Scope, type SiteSummary } from './schema'

/** A key is looked up once in this time by a process: a revoked key works this much longer at most. */
const KEY_FRESH_MS = 5_000
const KEYS_REMEMBERED = 1_000

type Known = { at: number; caller: Caller | null }
const knownKeys = new Map<string, Known>()

/**
 * Who is asking, by `Authorization: Bearer <api key>` or by session cookie; null when nobody we know.
 * Costs no round trip for a key seen in the last 5 s.
 */
export async function identifyCaller(headers: Headers): Promise<Caller | null> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  return bearer === undefined ? identifyPerson(headers) : identifyMachine(bearer)
}

async function identifyMachine(key: string): Promise<Caller | null> {
  const hash = createHash('sha256').update(key).digest()
  const name = hash.toString('base64')
  const known = knownKeys.get(name)
  if (known && Date.now() - known.at < KEY_FRESH_MS) return known.caller
  const row = await findKey(hash).catch((error: unknown) => {
    // A belt goes on while the database is away; nobody can revoke a key meanwhile.
    if (known && isDatabaseAway(error)) return 'as-before' as const
    throw error
  })
  if (row === 'as-before') return known?.caller ?? null
  if (row?.is_use_due) noteKeyUse(row.id)
  const caller: Caller | null = row
    ? { kind: 'machine', clientId: `key:${row.id}`, scopes: row.scopes, siteId: row.site_id }
    : null
  // Bounded, so that guessing keys can't fill the memory.
  if (knownKeys.size >= KEYS_REMEMBERED) knownKeys.clear()
  knownKeys.set(name, { at: Date.now(), caller })
  return caller
}

type KeyRow = { id: string; scopes: Scope[]; site_id: string | null; is_use_due: boolean }

async function findKey(hash: Buffer): Promise<KeyRow | undefined> {
  const [row] = await statement<KeyRow>(
    'find-api-key',
    `SELECT id, scopes, site_id,
            last_used_at IS NULL OR last_used_at < now() - interval '1 minute' AS is_use_due
       FROM api_key
      WHERE (key_hash = $1 OR (previous_hash = $1 AND previous_until > now()))
        AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    [hash],
  )
  return row
}

async function identifyPerson(headers: Headers): Promise<Caller | null> {
  if (!headers.get('cookie')) return null
  const session = await auth.api.getSession({ headers })
  const person = session && (await findPerson(session.session.id))
  if (!person) return null
  const { id, name, email, role, isProvisional, sites } = person
  return {
    ...{ kind: 'person', clientId: `person:${id}`, name, email },
    role: roleSchema.parse(role),
    // Who knows a password that somebody else made proves nothing yet.
    ...(isProvisional ? { isProvisional, sites: [] } : { sites }),
  }
}

type PersonRow = {
  id: string
  name: string
  email: string
  role: string
  isProvisional: boolean
  sites: SiteSummary[]
}

/** Whose session this is. Its cookie is believed for a minute; one that was ended, and a role that changed, count at once. */
async function findPerson(sessionId: string): Promise<PersonRow | undefined> {
  const [row] = await statement<PersonRow>(
    'find-person-of-session',
    `SELECT person.id, person.name, person.email, person.role, person.password_ends_at IS NOT NULL AS "isProvisional",
            coalesce(theirs.sites, '[]') AS sites
       FROM session JOIN person ON person.id = session.user_id AND person.disabled_at IS NULL
      CROSS JOIN LATERAL (
        SELECT json_agg(json_build_object('id', site.id, 'name', site.name, 'timeZone', site.time_zone,
                                          'currency', site.currency, 'locale', site.locale) ORDER BY site.id) AS sites
          FROM membership JOIN site ON site.id = membership.site_id WHERE membership.user_id = person.id) theirs
      WHERE session.id = $1 AND session.expires_at > now()`,
    [sessionId],
  )
  return row
}
