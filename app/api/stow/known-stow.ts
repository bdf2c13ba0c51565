import { z } from 'zod'
import { notFound } from '@/app/answers'
import { findStow } from '@/lib/inventory/find-stow'
import type { Stow } from '@/lib/inventory/stow-schema'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

/** The stow that a path names, unless it is none of the caller's: then there is none. */
export async function knownStow(caller: Caller, stowId = ''): Promise<Stow> {
  const stow = z.uuid().safeParse(stowId).success ? await findStow(stowId) : null
  return stow && mayKnow(caller, stow.site) ? stow : notFound(`No stow ${stowId}.`)
}
