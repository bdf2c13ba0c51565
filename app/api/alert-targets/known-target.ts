import { notFound } from '@/app/answers'
import { listAlertTargets } from '@/lib/queue-health/queries'
import type { AlertTarget } from '@/lib/queue-health/schema'
import { sitesOf } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The target that a path names, unless it is none of the caller's: then there is none. */
export async function knownTarget(caller: Caller, id = ''): Promise<AlertTarget> {
  const targets = await listAlertTargets(sitesOf(caller))
  return targets.find((target) => target.id === id) ?? notFound(`No alert target ${id}.`)
}
