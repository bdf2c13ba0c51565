import type { Role } from '../schema'

const LONGEST = 500
/** The screens of people at a desk, by the first part of their address; '' is the first one. */
export const SCREENS: ReadonlySet<string> = new Set([
  ...['', 'alerts', 'conveyor', 'days', 'dead-letters', 'floor', 'inventory', 'mailbox', 'orders', 'picking'],
  ...['queues', 'recommendations', 'replenishment', 'runs', 'settings'],
])
/** Never asked for: it only tells our addresses from those of others. */
const HOUSE = 'http://house.invalid'
const firstOf = (pathname: string): string => pathname.split('/')[1] ?? ''

/**
 * A path with its query as it may be kept and followed; null where it leads out of the house or to no screen. Which page
 * of a list it was is left out: by tomorrow that is another one.
 */
export function pathInHouse(asked: string): string | null {
  if (!asked.startsWith('/') || asked.length > LONGEST || !URL.canParse(asked, HOUSE)) return null
  const url = new URL(asked, HOUSE)
  // `/.//evil.example` is a path of ours until its dots are taken out: what is left names another house.
  if (url.origin !== HOUSE || url.pathname.startsWith('//') || !SCREENS.has(firstOf(url.pathname)))
    return null
  url.searchParams.delete('cursor')
  const path = url.pathname + url.search
  return path.length > LONGEST ? null : path
}

/** Whether a role may go where such a path leads: support has its orders, a picker no desk. */
export const opensTo = (role: Role, path: string): boolean =>
  role === 'manager' || (role === 'support' && firstOf(new URL(path, HOUSE).pathname) === 'orders')
