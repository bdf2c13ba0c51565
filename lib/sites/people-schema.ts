import { z } from 'zod'
import { roleSchema } from './schema'

const SHORTEST_PASSWORD = 12
/** Longer is no password but a load on who hashes it. */
const LONGEST_PASSWORD = 128

/** An item of `GET /api/people`. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  /** Of these the ones that the asker may know of. */
  sites: z.array(z.string()),
  /** Belongs to sites that are none of the asker's: only somebody who has them all changes more than their sites. */
  isElsewhere: z.boolean(),
  /** `invited`: has yet to choose a password of their own. */
  state: z.enum(['active', 'invited', 'lapsed', 'disabled']),
  sessions: z.number().int(),
  lastSignInAt: z.iso.datetime().nullable(),
})
export type PersonEntry = z.infer<typeof personSchema>

export const peopleListSchema = z.object({ items: z.array(personSchema), nextCursor: z.null() })
export type PeopleList = z.infer<typeof peopleListSchema>

const sites = z.array(z.string().min(1).max(64)).max(1_000)
const name = z.string().trim().min(1).max(120)

/** The body of `POST /api/people`. */
export const invitationSchema = z.strictObject({
  name,
  email: z.email().max(254).toLowerCase(),
  role: roleSchema,
  sites: sites.min(1),
})

/** The body of `PUT /api/people/{id}`; `sites` are those of the asker's that the person shall belong to. */
export const personChangeSchema = z.strictObject({ name, role: roleSchema, sites })
export type PersonChange = z.infer<typeof personChangeSchema>

/** A person and the password that was made for them: it is in this answer only and lets its bearer choose an own one. */
export const invitedSchema = personSchema.extend({ password: z.string(), passwordEndsAt: z.iso.datetime() })

/** An item of `GET /api/people/{id}/sessions` and `GET /api/me/sessions`. */
export const sessionSchema = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  address: z.string().nullable(),
  device: z.string().nullable(),
  /** The one that asks. */
  isThis: z.boolean(),
})
export type SessionEntry = z.infer<typeof sessionSchema>
export const sessionListSchema = z.object({ items: z.array(sessionSchema), nextCursor: z.null() })

/** The body of `PUT /api/me/password`. */
export const ownPasswordSchema = z
  .strictObject({
    current: z.string().min(1).max(LONGEST_PASSWORD),
    next: z.string().min(SHORTEST_PASSWORD, `at least ${SHORTEST_PASSWORD} characters`).max(LONGEST_PASSWORD),
  })
  .refine(({ current, next }) => current !== next, { path: ['next'], message: 'another one than now' })
