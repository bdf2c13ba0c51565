import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { tellVisit } from '@/lib/platform/visit'
import { identifyCaller } from '@/lib/sites/identify-caller'
import type { Caller, Role, SiteSummary } from '@/lib/sites/schema'

export type Person = Extract<Caller, { kind: 'person' }> & { userId: string; site: SiteSummary }

/** Where each role starts its day. */
export const HOME: Record<Role, string> = { manager: '/', support: '/orders', picker: '/pick' }

// Layout and page of one request ask once.
const identifyOnce = cache(async () => identifyCaller(await headers()))

/** The signed-in person of a page; sends others to sign in, and a person of another role to their own home. */
export async function requirePerson(...roles: Role[]): Promise<Person> {
  const caller = await identifyOnce()
  const path = (await headers()).get('x-path') ?? '/'
  if (caller?.kind !== 'person') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  tellVisit({ caller: caller.clientId })
  // Who may enter several sites looks at the one that the address names.
  const asked = new URLSearchParams(path.split('?')[1]).get('site')
  const [first] = caller.sites
  const site = caller.sites.find(({ id }) => id === asked) ?? first
  if (!site) redirect('/sign-in?problem=no-site')
  if (!roles.includes(caller.role)) redirect(HOME[caller.role])
  return { ...caller, userId: caller.clientId.slice('person:'.length), site }
}
