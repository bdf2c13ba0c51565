import { z } from 'zod'

export const CONVEYOR_FORMAT = 'stowline-conveyor/1'

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, 'not a code of letters and digits')
const metres = z.number().min(0).max(10_000)
const words = z.string().trim().min(1).max(80)

/** Where labels are read. */
export const scannerSchema = z.strictObject({ id: code, atMetres: metres })

/** A divert and the lane behind it. */
export const laneSchema = z.strictObject({
  id: code,
  name: words,
  /** Of its divert, from the induct. */
  atMetres: metres,
  /** Of the lane itself, from the divert to its end. */
  lengthMetres: z.number().min(0.5).max(500),
  /** Boxes that fit. */
  capacity: z.number().int().min(1).max(10_000),
  /** Destinations whose boxes it takes; lanes that serve the same share them. Empty: exceptions only. */
  serves: z.array(words).max(50),
  /** Boxes a minute that whoever empties it can take; left out, no limit. */
  mostPerMinute: z.number().int().min(1).max(10_000).optional(),
  /** When its trailer leaves, by the site's clock; left out, whenever. */
  departures: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time as in 18:00'))
    .max(24)
    .optional(),
})

/** One moving line from its induct on; a box meets scanners and diverts in the order of their metres. */
export const sorterSchema = z.strictObject({
  id: code,
  name: words,
  speedMetresPerSecond: z.number().min(0.05).max(5),
  /** From the induct to the end; of a loop, once around. */
  lengthMetres: z.number().min(1).max(10_000),
  /** What is not diverted comes around again. Left out, it runs to the exceptions at the end. */
  loop: z
    .strictObject({
      /** Boxes that may be sent around at a time. */
      capacity: z.number().int().min(1).max(10_000),
      /** Times a box may come around before it is an exception. */
      mostLaps: z.number().int().min(1).max(100),
    })
    .optional(),
  /** Of `lanes`: where what nobody can place goes. */
  exceptionLane: code,
  scanners: z.array(scannerSchema).min(1).max(50),
  lanes: z.array(laneSchema).min(1).max(400),
})

/** The belts of a site. */
export const topologySchema = z
  .strictObject({ format: z.literal(CONVEYOR_FORMAT), sorters: z.array(sorterSchema).min(1).max(50) })
  .superRefine(({ sorters }, context) => {
    const seen = new Set<string>()
    const complain = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path: ['sorters', ...path] })
    const take = (id: string, ...path: (string | number)[]) => {
      if (seen.has(id)) complain(`${id} is there twice`, ...path)
      seen.add(id)
    }
    for (const [at, sorter] of sorters.entries()) {
      take(sorter.id, at, 'id')
      for (const kind of ['scanners', 'lanes'] as const)
        for (const [place, { id, atMetres }] of sorter[kind].entries()) {
          take(id, at, kind, place, 'id')
          if (atMetres > sorter.lengthMetres)
            complain(`${id} lies beyond the end of ${sorter.id}`, at, kind, place, 'atMetres')
        }
      if (!sorter.lanes.some(({ id }) => id === sorter.exceptionLane))
        complain(`${sorter.exceptionLane} is no lane of ${sorter.id}`, at, 'exceptionLane')
    }
  })

export type Scanner = z.infer<typeof scannerSchema>
export type Lane = z.infer<typeof laneSchema>
export type Sorter = z.infer<typeof sorterSchema>
export type Topology = z.infer<typeof topologySchema>
