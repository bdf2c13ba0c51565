import { z } from 'zod'

/** The hall of a site changed: said to screens (id is the site, version its plan's), and to the night shift. */
export const planChanged = 'floor/plan.changed'
export const planChangedSchema = z.object({ site: z.string(), version: z.int() })
