import { z } from 'zod'
import { notFound } from '@/app/answers'
import type { RunPage } from '@/inngest/engine/schema'
import { findRun, keepsRuns } from '@/inngest/runs'
import { mayKnow } from '@/lib/sites/rules/may-enter'
import type { Caller } from '@/lib/sites/schema'

const aboutSchema = z.object({ data: z.object({ site: z.string() }) })

/** The run that a path names, unless it is about a site that is none of the caller's: then there is none. */
export async function knownRun(caller: Caller, id = ''): Promise<RunPage> {
  if (!keepsRuns) notFound('Runs are kept by the Inngest server that this house is connected to.')
  const run = z.uuid().safeParse(id).success ? await findRun(id) : null
  const site = run && aboutSchema.safeParse(run.event).data?.data.site
  return run && (!site || mayKnow(caller, site)) ? run : notFound(`No run ${id}.`)
}
