import { isIP } from 'node:net'
import { z } from 'zod'
import { readPrivateTargets } from './rules/private-targets'
import { readRateLimits } from './rules/rate-limits'
import { readTrustedProxies } from './trusted-proxies'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const url = (protocols: string[]) =>
  z
    .url()
    .refine(
      (value) => protocols.includes(new URL(value).protocol),
      `must start with ${protocols.join(' or ')}//`,
    )

const privateTargets = z.string().superRefine((text, context) => {
  const read = readPrivateTargets(text, isIP)
  if ('wrong' in read)
    context.addIssue({
      code: 'custom',
      message: `"${read.wrong}" is no network such as 10.1.0.0/16 and no host name (commas part several)`,
    })
})

/** A text that something of ours must be able to read; what is wrong with it is its error's message. */
const readable = (read: (text: string) => unknown) =>
  z.string().superRefine((text, context) => {
    try {
      read(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'cannot be read' })
    }
  })

/** They belong together; Inngest Cloud alone needs no base URL. None of them: the embedded engine. */
const INNGEST = ['INNGEST_BASE_URL', 'INNGEST_EVENT_KEY', 'INNGEST_SIGNING_KEY'] as const

/** Every setting, by its name; exported for what names them elsewhere, such as deployment files. */
export const environmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    /** Where the embedded Postgres, the demo's keys and the sandbox's books live. */
    STOWLINE_DATA: z.string().min(1).default('.data'),
    /** The address people and webhooks use, when a proxy stands in front. */
    STOWLINE_URL: url(['http:', 'https:']).optional(),
    /** Where other web processes reach this one, when it is not at this machine's own address. */
    STOWLINE_PEER_URL: url(['http:', 'https:']).optional(),
    /** Signs session cookies, and is one for all processes of a house; made once and kept in the data folder when absent. */
    STOWLINE_SECRET: z.string().min(32).optional(),
    DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
    /** The embedded Postgres is backed up into this folder, best on another disk; absent: not at all. */
    STOWLINE_BACKUP: z.string().min(1).optional(),
    /** A commit is acknowledged only when it is in that folder too. */
    STOWLINE_BACKUP_SYNC: flag.default(false),
    /** Base backups that are kept; one is taken a day. */
    STOWLINE_BACKUP_KEEP: z.coerce.number().int().min(1).default(7),
    /** Several web processes tell each other of changes through it instead of Postgres. */
    REDIS_URL: url(['redis:', 'rediss:']).optional(),
    /** How long a process that is told to end (SIGTERM) says that it is not ready, and serves on, for a proxy to notice. */
    STOWLINE_DRAIN_SECONDS: z.coerce.number().int().min(0).max(600).default(0),
    INNGEST_BASE_URL: url(['http:', 'https:']).optional(),
    INNGEST_EVENT_KEY: z.string().min(1).optional(),
    /** Hexadecimal, as an Inngest server demands: functions and server sign their calls with it. */
    INNGEST_SIGNING_KEY: z
      .string()
      .regex(/^(signkey-\w+-)?([0-9a-f]{2})+$/i, 'must be an even number of hexadecimal digits')
      .optional(),
    /** Where an Inngest server reaches our doors, when not at the address that people use. */
    INNGEST_SERVE_ORIGIN: url(['http:', 'https:']).optional(),
    /** Called every 30 s while the watch over the deferred work works, for a monitor that misses it. */
    STOWLINE_HEARTBEAT_URL: url(['http:', 'https:']).optional(),
    /** Networks and hosts of one's own that webhooks and alerts may be sent to; all else inside is refused. */
    STOWLINE_PRIVATE_TARGETS: privateTargets.optional(),
    /** A payment sandbox that several houses share, and what its webhooks are signed with; else each opens its own. */
    PAYMENT_SANDBOX_URL: url(['http:', 'https:']).optional(),
    PAYMENT_SANDBOX_SECRET: z.string().min(1).optional(),
    /** Networks of the proxies in front: only their word counts about who asks, by which host, over which protocol. */
    STOWLINE_TRUSTED_PROXIES: readable(readTrustedProxies).default(''),
    /** Requests a second of one client by kind, such as `read=100,order=800`; the others keep theirs. */
    STOWLINE_RATE_LIMITS: readable(readRateLimits).default(''),
    SMTP_URL: url(['smtp:', 'smtps:']).optional(),
    /** Cards are charged by Stripe instead of the sandbox. */
    STRIPE_SECRET_KEY: z.string().min(1).optional(),
    /** Signs what Stripe tells us at /api/payments/webhooks/stripe; without it those are refused. */
    STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
    /** Where Stripe's API is, when not at Stripe. */
    STRIPE_API_URL: url(['http:', 'https:']).optional(),
    STOWLINE_DEMO: flag.optional(),
    STOWLINE_TRAFFIC: flag.optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: url(['http:', 'https:']).optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
  })
  .superRefine((values, context) => {
    const given = INNGEST.filter((name) => values[name] !== undefined)
    const missing = INNGEST.filter((name) => values[name] === undefined && name !== 'INNGEST_BASE_URL')
    if (given.length === 0) return
    for (const name of missing)
      context.addIssue({ code: 'custom', path: [name], message: `is needed with ${given.join(' and ')}` })
  })
  .transform((values) => {
    const demo = values.STOWLINE_DEMO ?? values.DATABASE_URL === undefined
    return { ...values, STOWLINE_DEMO: demo, STOWLINE_TRAFFIC: demo && (values.STOWLINE_TRAFFIC ?? true) }
  })

export type Environment = z.infer<typeof environmentSchema>

/**
 * The process's settings, checked. Empty variables count as absent.
 * @throws Error with one line that names each wrong variable, never its value (it may be a secret).
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(present)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Wrong environment: ${wrong.join('; ')}`)
}
