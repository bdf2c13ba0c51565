import type { Prisma } from '@/prisma/generated/client'
import { roleSchema } from './schema'

type Write = Prisma.TransactionClient
export type HeldPerson = NonNullable<Awaited<ReturnType<typeof holdPerson>>>

/**
 * A person of one of these sites, for a change; null when there is none. Until the transaction ends nobody else changes
 * who manages their sites, so that two managers do not send each other away at once.
 */
export async function holdPerson(write: Write, id: string, siteIds: readonly string[]) {
  await write.$queryRaw`
    SELECT site.id FROM site JOIN membership ON membership.site_id = site.id AND membership.user_id = ${id}
     ORDER BY site.id FOR NO KEY UPDATE OF site`
  const row = await write.user.findFirst({
    where: { id, memberships: { some: { siteId: { in: [...siteIds] } } } },
    include: { memberships: true },
  })
  if (!row) return null
  const { memberships, ...person } = row
  const sites = memberships.map(({ siteId }) => siteId)
  return {
    ...{ ...person, role: roleSchema.parse(person.role), sites },
    /** All of their sites are among those asked for. */
    isWithin: sites.every((site) => siteIds.includes(site)),
  }
}

/** The first of these sites that nobody would manage without this person; null when there is none, or they manage none. */
export async function onlyManagedBy(
  write: Write,
  person: HeldPerson,
  siteIds: readonly string[],
): Promise<string | null> {
  if (person.role !== 'manager' || person.disabledAt !== null) return null
  const others = await write.membership.findMany({
    where: {
      siteId: { in: [...siteIds] },
      user: { id: { not: person.id }, role: 'manager', disabledAt: null },
    },
  })
  return siteIds.find((site) => !others.some(({ siteId }) => siteId === site)) ?? null
}
