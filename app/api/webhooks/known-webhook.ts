import { notFound, refuse } from '@/app/answers'
import { findWebhook } from '@/lib/downstream/queries'
import type { Webhook } from '@/lib/downstream/schema'
import { mayKnow, sitesOf } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The webhook that a path names, unless it is none of the caller's: then there is none. */
export async function knownWebhook(caller: Caller, id = ''): Promise<Webhook> {
  const webhook = UUID.test(id) ? await findWebhook(id) : null
  const mayBeKnown =
    webhook?.site === null ? sitesOf(caller) === 'all' : webhook && mayKnow(caller, webhook.site)
  return webhook && mayBeKnown ? webhook : notFound(`No webhook ${id}.`)
}

/** A URL that we do not call. */
export function wrongAddress(why: string): never {
  const errors = [{ pointer: '/url', detail: why }]
  refuse({ status: 400, title: 'The body is not valid', detail: `/url: ${why}`, errors })
}
