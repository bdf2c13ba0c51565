import { z } from 'zod'
import type { Operation } from './operation'

/** Whatever opens to anybody, and why it must. The rest of the house asks who is there. */
const probe = { anybody: 'A probe has no key, and is told nothing but whether we work.' }
const signed = { anybody: 'The provider has no key: the signature of what it sends is what it is known by.' }
const signing = { anybody: 'Who signs in is not signed in; the other actions ask the session themselves.' }
const shown = { anybody: 'The document names no thing of any site.' }

const PROVIDER_LIMIT_BYTES = 262_144
const SIGN_IN_LIMIT_BYTES = 16_384

const readinessSchema = z.object({
  status: z.enum(['ready', 'not ready']),
  parts: z.array(z.object({ part: z.string(), ok: z.boolean(), detail: z.string().optional() })),
})
const watchSchema = z.object({
  status: z.enum(['watched', 'not watched']),
  /** Since somebody looked; null when that is not known. */
  seconds: z.number().nullable(),
})

export const showLiveOperation = {
  id: 'showLive',
  method: 'GET',
  path: '/api/health/live',
  summary: 'Whether the process runs',
  admits: probe,
  answers: { 200: { description: 'It runs', schema: z.object({ status: z.literal('live') }) } },
} as const satisfies Operation

export const showReadyOperation = {
  id: 'showReady',
  method: 'GET',
  path: '/api/health/ready',
  summary: 'Whether database, engine and sockets work',
  admits: probe,
  answers: {
    200: { description: 'They work', schema: readinessSchema },
    503: { description: '`parts` names what does not', schema: readinessSchema },
  },
} as const satisfies Operation

export const showWatchOperation = {
  id: 'showWatch',
  method: 'GET',
  path: '/api/health/watch',
  summary: 'Whether somebody watches over the deferred work',
  admits: probe,
  answers: {
    200: { description: 'Somebody does', schema: watchSchema },
    503: { description: 'Nobody has looked for 15 s', schema: watchSchema },
  },
} as const satisfies Operation

export const showOpenApiOperation = {
  id: 'showOpenApi',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document',
  admits: shown,
  answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
} as const satisfies Operation

export const hearProviderOperation = {
  id: 'hearProvider',
  method: 'POST',
  path: '/api/payments/webhooks/{provider}',
  summary: 'Where the payment provider says what moved',
  admits: signed,
  bytes: { contentTypes: ['application/json'], limitBytes: PROVIDER_LIMIT_BYTES },
  answers: {
    204: { description: 'Heard' },
    400: { description: 'It is not signed by the provider' },
    404: { description: 'A provider that this house does not use' },
  },
} as const satisfies Operation

export const readSessionOperation = {
  id: 'readSession',
  method: 'GET',
  path: '/api/auth/{action}',
  summary: "A person's own session: `get-session`, `list-sessions`",
  admits: signing,
  answers: {
    200: { description: 'The session, or null', schema: z.unknown() },
    404: { description: 'No such action' },
  },
} as const satisfies Operation

export const changeSessionOperation = {
  id: 'changeSession',
  method: 'POST',
  path: '/api/auth/{action}',
  summary: 'Sign in (`sign-in/email` with `email` and `password`) or out (`sign-out`), end sessions',
  admits: signing,
  bytes: { contentTypes: ['application/json'], limitBytes: SIGN_IN_LIMIT_BYTES },
  answers: {
    200: { description: 'Done; a session comes as a cookie', schema: z.unknown() },
    401: { description: 'E-mail and password do not belong together' },
    404: { description: 'No such action' },
    429: { description: 'Too many attempts failed; `Retry-After` says when the next one counts' },
  },
} as const satisfies Operation

export const signInRequestSchema = z.looseObject({
  email: z.string().trim().max(320),
  password: z.string().max(1_000),
})

export const publicOperations: Operation[] = [
  showLiveOperation,
  showReadyOperation,
  showWatchOperation,
  showOpenApiOperation,
  hearProviderOperation,
  readSessionOperation,
  changeSessionOperation,
]
