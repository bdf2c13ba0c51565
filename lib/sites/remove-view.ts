import { db } from '@/lib/platform/db'
import type { Role } from './schema'

type Remover = { id: string; role: Role; siteIds: readonly string[] }
type Removed = { outcome: 'removed'; site: string } | { outcome: 'not-theirs' } | { outcome: 'unknown' }

/** Forgets a saved view: its owner may, or a manager of the site. What the person cannot see is unknown to them. */
export async function removeView(id: string, by: Remover): Promise<Removed> {
  const view = await db.savedView.findFirst({ where: { id, siteId: { in: [...by.siteIds] } } })
  if (!view) return { outcome: 'unknown' }
  const isTheirs = view.personId === by.id || by.role === 'manager'
  if (!isTheirs) return { outcome: view.isShared ? 'not-theirs' : 'unknown' }
  const { count } = await db.savedView.deleteMany({ where: { id } })
  return count === 0 ? { outcome: 'unknown' } : { outcome: 'removed', site: view.siteId }
}
