import type { Role, SiteSummary } from '@/lib/sites/schema'

/** Who is signed in, and the site they look at. */
export type SignedIn = { name: string; email: string; role: Role; site: SiteSummary }
