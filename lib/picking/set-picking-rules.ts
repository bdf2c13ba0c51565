import { isDeepStrictEqual } from 'node:util'
import { db } from '@/lib/platform/db'
import { announce } from '@/lib/platform/realtime'
import { rulesChanged } from './events'
import type { PickingRules } from './picking-rules-schema'
import { readPickingRules } from './read-picking-rules'

/** Says how a site picks from now on; tours that are walked keep their stops. Said again, nothing changes. */
export async function setPickingRules(
  site: string,
  rules: PickingRules,
  now: Date,
): Promise<{ outcome: 'set' | 'same' }> {
  if (isDeepStrictEqual(await readPickingRules(site), rules)) return { outcome: 'same' }
  await db.pickingRules.upsert({
    where: { siteId: site },
    update: rules,
    create: { siteId: site, ...rules },
  })
  announce({ site, topic: 'picks', event: rulesChanged, id: site, version: now.getTime() })
  return { outcome: 'set' }
}
