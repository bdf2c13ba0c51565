import { z } from 'zod'
import { notFound } from '@/app/answers'
import { findAlert } from '@/lib/queue-health/queries'
import type { AlertPage } from '@/lib/queue-health/schema'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The alert that a path names, unless it is none of the caller's: then there is none. */
export async function knownAlert(caller: Caller, id = ''): Promise<AlertPage> {
  const alert = z.uuid().safeParse(id).success ? await findAlert(id) : null
  return alert && mayKnow(caller, alert.site) ? alert : notFound(`No alert ${id}.`)
}
