import { db } from '@/lib/platform/db'
import { opensTo, pathInHouse } from './rules/path-in-house'
import type { Role, SavedView, SaveViewRequest } from './schema'

type Saved = { outcome: 'saved'; view: SavedView } | { outcome: 'no-screen' }

/** Keeps a screen with its filters under a name of one person's at a site; saved under that name again, it is replaced. */
export async function saveView(
  person: { id: string; role: Role },
  { site, name, path: asked, isShared }: SaveViewRequest,
): Promise<Saved> {
  const path = pathInHouse(asked)
  if (path === null || !opensTo(person.role, path)) return { outcome: 'no-screen' }
  const row = await db.savedView.upsert({
    where: { personId_siteId_name: { personId: person.id, siteId: site, name } },
    create: { personId: person.id, siteId: site, name, path, isShared },
    update: { path, isShared },
  })
  const createdAt = row.createdAt.toISOString()
  return {
    outcome: 'saved',
    view: { id: row.id, name, path, isShared, savedBy: null, mayRemove: true, createdAt },
  }
}
