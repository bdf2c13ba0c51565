import { z } from 'zod'
import { notFound } from '@/app/answers'
import type { RunPage } from '@/inngest/engine/schema'
import { findRun, keepsRuns } from '@/inngest/runs'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

const aboutSchema = z.object({ data: z.object({ site: z.string() }) })

/** The run that a path names; null when there is none, or it is about a site that is none of the caller's. */
export async function findKnownRun(caller: Caller, id: string): Promise<RunPage | null> {
  const run = z.uuid().safeParse(id).success ? await findRun(id) : null
  const site = run && aboutSchema.safeParse(run.event).data?.data.site
  return run && (!site || mayKnow(caller, site)) ? run : null
}

/** The same for a door: without one the visit ends with a 404. */
export async function knownRun(caller: Caller, id = ''): Promise<RunPage> {
  if (!keepsRuns) notFound('Runs are kept by the Inngest server that this house is connected to.')
  return (await findKnownRun(caller, id)) ?? notFound(`No run ${id}.`)
}
