import { z } from 'zod'
import { laneSchema, sorterSchema } from './topology-schema'

const momentSchema = z.iso.datetime({ offset: true })
/** Postgres has no text with NUL in it. */
const nameSchema = z
  .string()
  .min(1)
  .max(64)
  .refine((text) => !text.includes('\0'), 'has a NUL in it')
const siteSchema = nameSchema
const labelSchema = z.string().max(200)

/** A box passed a scanner. No read: the barcode is null (or empty). */
export const scanSchema = z.object({
  site: siteSchema,
  scanner: nameSchema,
  barcode: labelSchema.nullish().transform((label) => label?.trim() || null),
  /** All labels that were read, where the scanner tells of several. */
  labels: z.array(labelSchema).max(20).optional(),
  /** When the box was under the scanner. */
  at: momentSchema,
  /** Counts the scanner's boxes: the same number again within ten minutes is the same box, said again. */
  seq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
})
export type ScanRequest = z.input<typeof scanSchema>
export type Scan = z.infer<typeof scanSchema>

export const actionSchema = z.enum(['divert', 'pass', 'recirculate', 'reject'])
export type Action = z.infer<typeof actionSchema>

export const becauseSchema = z.enum([
  'routed',
  'no-read',
  'unknown-barcode',
  'multiple-labels',
  'cancelled-order',
  'lane-full',
  'lane-closed',
  /** More than the lane's emptiers can take. */
  'lane-busy',
  /** The box is past the divert, or will be when the answer arrives. */
  'too-late',
  /** A lane of another sorter serves it. */
  'elsewhere',
  /** No lane of the site serves it. */
  'no-lane',
  /** The scanner's number was used for another label a moment ago. */
  'sequence-reused',
  'unknown-scanner',
  /** Whoever answered for the sorter died; the next is not there yet. */
  'no-owner',
])
export type Because = z.infer<typeof becauseSchema>

/** The answer to a scan. A lane is named only for `divert`; rejects leave by the sorter's exception lane. */
export const decisionSchema = z.object({
  decisionId: z.uuid(),
  action: actionSchema,
  lane: z.string().nullable(),
  because: becauseSchema,
  /** From the scan until the box reaches the first divert, less a tenth: a later answer moves nothing. */
  deadlineMs: z.number().int(),
  /** From the scan's arrival here to its answer. */
  elapsedMicros: z.number().int(),
  /** Whether the decision is in the database already. */
  recorded: z.boolean(),
})
export type Decision = z.infer<typeof decisionSchema>

export const outcomeSchema = z.enum(['diverted', 'missed', 'lost'])
export type Outcome = z.infer<typeof outcomeSchema>

/** What became of a box after its decision. */
export const confirmationSchema = z.object({
  outcome: outcomeSchema,
  /** Where it went; null or left out where it went nowhere. */
  actualLane: nameSchema.nullish().transform((lane) => lane ?? null),
  at: momentSchema,
})
export type Confirmation = z.infer<typeof confirmationSchema>

export const confirmedSchema = z.object({
  decisionId: z.uuid(),
  outcome: outcomeSchema,
  actualLane: z.string().nullable(),
  /** It was read, and went elsewhere than it was sent. */
  misSort: z.boolean(),
  recorded: z.boolean(),
})
export type Confirmed = z.infer<typeof confirmedSchema>

export const laneStateSchema = z.enum(['open', 'closed', 'full'])
export type LaneState = z.infer<typeof laneStateSchema>

export const laneStateRequestSchema = z.object({ site: siteSchema.optional(), state: laneStateSchema })

export const boxKindSchema = z.enum(['tote', 'parcel'])
/** Announces a box: its label, and where it must go. Announced again it is corrected. */
export const boxRequestSchema = z.object({
  barcode: z.string().trim().min(1).max(64),
  kind: boxKindSchema,
  orderNumber: z.string().max(64).nullish(),
  /** What lanes serve: `pack`, or a carrier's name. */
  destination: z.string().trim().min(1).max(80),
  promisedAt: momentSchema.nullish(),
})
export const boxRequestsSchema = z.object({
  site: siteSchema,
  boxes: z.array(boxRequestSchema).min(1).max(1_000),
})
export type BoxRequest = z.infer<typeof boxRequestSchema>

/** How often things happened on a belt within the last minute. */
const countsSchema = z.object({
  scans: z.number().int(),
  diverted: z.number().int(),
  noReads: z.number().int(),
  recirculated: z.number().int(),
  rejected: z.number().int(),
  tooLate: z.number().int(),
  missed: z.number().int(),
  misSorts: z.number().int(),
  lost: z.number().int(),
})
export type BeltCounts = z.infer<typeof countsSchema>

/** A lane as it stands. */
export const laneNowSchema = laneSchema.extend({
  sorter: z.string(),
  state: laneStateSchema,
  /** Sent there, not confirmed yet. */
  coming: z.number().int(),
  divertedPerMinute: z.number().int(),
  isException: z.boolean(),
})
export type LaneNow = z.infer<typeof laneNowSchema>

/** The answer of `GET /api/conveyor`. */
export const conveyorSchema = z.object({
  site: z.string(),
  /** Of the drawing; 0 when the site has no belt. */
  version: z.number().int(),
  sorters: z.array(
    sorterSchema.omit({ lanes: true }).extend({
      /** Whether a process answers for it at present. */
      isAnswered: z.boolean(),
      circulating: z.number().int(),
      /** Tightest deadline of its scanners. */
      deadlineMs: z.number().int(),
      rates: countsSchema,
      /** Of the last minute's decisions; null when there were none. */
      decisionMicros: z
        .object({ p50: z.number(), p95: z.number(), p99: z.number(), max: z.number() })
        .nullable(),
    }),
  ),
  lanes: z.array(laneNowSchema),
  /** Decisions that wait for the database, and since when the oldest does. */
  unrecorded: z.number().int(),
})
export type Conveyor = z.infer<typeof conveyorSchema>

/** What a belt tells its screens, ten times a second at most: answers, confirmations, and how sorters and lanes stand. */
export const beltMessageSchema = z.object({
  site: z.string(),
  at: momentSchema,
  decisions: z.array(
    z.object({
      decisionId: z.string(),
      sorter: z.string(),
      scanner: z.string(),
      barcode: z.string().nullable(),
      orderNumber: z.string().nullable(),
      action: actionSchema,
      lane: z.string().nullable(),
      because: becauseSchema,
      at: momentSchema,
    }),
  ),
  confirmations: z.array(
    z.object({
      decisionId: z.string(),
      outcome: outcomeSchema,
      actualLane: z.string().nullable(),
      misSort: z.boolean(),
    }),
  ),
  lanes: z.array(z.object({ id: z.string(), state: laneStateSchema, coming: z.number().int() })),
  sorters: z.array(
    z.object({
      id: z.string(),
      circulating: z.number().int(),
      rates: countsSchema,
      p99Micros: z.number().nullable(),
    }),
  ),
  unrecorded: z.number().int(),
})
export type BeltMessage = z.infer<typeof beltMessageSchema>

/** One decision as it is kept. */
export const keptDecisionSchema = decisionSchema.omit({ recorded: true }).extend({
  site: z.string(),
  sorter: z.string(),
  scanner: z.string(),
  seq: z.number().int(),
  barcode: z.string().nullable(),
  orderNumber: z.string().nullable(),
  scannedAt: momentSchema,
  decidedAt: momentSchema,
  outcome: outcomeSchema.nullable(),
  actualLane: z.string().nullable(),
  confirmedAt: momentSchema.nullable(),
})
export type KeptDecision = z.infer<typeof keptDecisionSchema>
