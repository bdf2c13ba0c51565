import { notFound } from '@/app/answers'
import { findParcel } from '@/lib/conveyor/queries'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The parcel that a path names, however its label was scanned, if the caller may know of it. */
export async function knownParcel(caller: Caller, label = '') {
  const parcel = await findParcel(label)
  return parcel && mayKnow(caller, parcel.siteId) ? parcel : notFound(`No parcel ${label}.`)
}
