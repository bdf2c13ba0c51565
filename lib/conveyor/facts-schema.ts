import { z } from 'zod'
import { actionSchema, becauseSchema, laneStateSchema, outcomeSchema } from './schema'

const ms = z.number()

/** A decision as the spool has it; times in ms since 1970. */
export const decidedFactSchema = z.object({
  fact: z.literal('decided'),
  ...{ decisionId: z.string(), site: z.string(), sorter: z.string(), scanner: z.string(), seq: z.number() },
  ...{ barcode: z.string().nullable(), orderNumber: z.string().nullable() },
  ...{ action: actionSchema, lane: z.string().nullable(), because: becauseSchema },
  ...{ scannedAtMs: ms, decidedAtMs: ms, deadlineMs: z.number(), elapsedMicros: z.number() },
})

export const confirmedFactSchema = z.object({
  fact: z.literal('confirmed'),
  ...{
    decisionId: z.string(),
    site: z.string(),
    outcome: outcomeSchema,
    actualLane: z.string().nullable(),
    atMs: ms,
  },
})

export const laneFactSchema = z.object({
  fact: z.literal('lane'),
  ...{ site: z.string(), lane: z.string(), state: laneStateSchema, by: z.string(), atMs: ms },
})

/** What a belt has answered or heard and owes the database: one line of its spool. */
export const beltFactSchema = z.discriminatedUnion('fact', [
  decidedFactSchema,
  confirmedFactSchema,
  laneFactSchema,
])
export type BeltFact = z.infer<typeof beltFactSchema>
export type DecidedFact = z.infer<typeof decidedFactSchema>
export type ConfirmedFact = z.infer<typeof confirmedFactSchema>
export type LaneFact = z.infer<typeof laneFactSchema>
