import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { type PersonEntry, personSchema, type SessionEntry, sessionSchema } from './people-schema'

const include = (now: Date) =>
  ({
    memberships: { orderBy: { siteId: 'asc' } },
    sessions: { where: { expiresAt: { gt: now } }, orderBy: { createdAt: 'desc' } },
  }) as const satisfies Prisma.UserInclude
type Row = Prisma.UserGetPayload<{ include: ReturnType<typeof include> }>

/**
 * The people of a site, by name.
 * @param siteIds what the asker may know of
 */
export async function listPeople(
  site: string,
  siteIds: readonly string[],
  now: Date,
): Promise<PersonEntry[]> {
  const rows = await db.user.findMany({
    where: { memberships: { some: { siteId: site } } },
    include: include(now),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => asPerson(row, siteIds, now))
}

/** A person of one of these sites; null when there is none. */
export async function findPerson(
  id: string,
  siteIds: readonly string[],
  now: Date,
): Promise<PersonEntry | null> {
  const row = await db.user.findFirst({
    where: { id, memberships: { some: { siteId: { in: [...siteIds] } } } },
    include: include(now),
  })
  return row && asPerson(row, siteIds, now)
}

/** Where a person is signed in, the last sign-in first. */
export async function listSessions(userId: string, own: string | null, now: Date): Promise<SessionEntry[]> {
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) =>
    sessionSchema.parse({
      ...{ id, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
      ...{ address: ipAddress || null, device: userAgent || null, isThis: id === own },
    }),
  )
}

function asPerson(
  { memberships, sessions, ...row }: Row,
  siteIds: readonly string[],
  now: Date,
): PersonEntry {
  const sites = memberships.map(({ siteId }) => siteId)
  const known = sites.filter((site) => siteIds.includes(site))
  return personSchema.parse({
    ...{ id: row.id, name: row.name, email: row.email, role: row.role, sites: known },
    isElsewhere: known.length < sites.length,
    state: stateOf(row, now),
    sessions: sessions.length,
    lastSignInAt: sessions[0]?.createdAt.toISOString() ?? null,
  })
}

function stateOf(row: Pick<Row, 'disabledAt' | 'passwordEndsAt'>, now: Date): PersonEntry['state'] {
  if (row.disabledAt !== null) return 'disabled'
  if (row.passwordEndsAt === null) return 'active'
  return row.passwordEndsAt > now ? 'invited' : 'lapsed'
}
