import { createHash } from 'node:crypto'
import { db } from '@/lib/platform/db'
import { opensTo } from './rules/path-in-house'
import { type Role, type SavedView, savedViewSchema } from './schema'

/** More are no menu. */
const MOST_VIEWS = 500

/** Whether this key still opens anything. */
export async function isKnownApiKey(key: string): Promise<boolean> {
  const keyHash = createHash('sha256').update(key).digest()
  return (await db.apiKey.count({ where: { keyHash, revokedAt: null } })) > 0
}

/** Whether there is a site of this name. */
export async function isKnownSite(id: string): Promise<boolean> {
  return (await db.site.count({ where: { id } })) > 0
}

/** A person's own views of a site and the shared ones that their role may open, by name. */
export async function listSavedViews(
  person: { id: string; role: Role },
  siteId: string,
): Promise<SavedView[]> {
  const rows = await db.savedView.findMany({
    where: { siteId, OR: [{ personId: person.id }, { isShared: true }] },
    include: { person: { select: { name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_VIEWS,
  })
  return rows
    .filter(({ path }) => opensTo(person.role, path))
    .map(({ personId, person: owner, createdAt, ...view }) =>
      savedViewSchema.parse({
        ...view,
        savedBy: personId === person.id ? null : owner.name,
        mayRemove: personId === person.id || person.role === 'manager',
        createdAt: createdAt.toISOString(),
      }),
    )
}
