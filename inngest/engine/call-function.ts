import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { CallJob } from './job'
import { canonicalJson } from './rules/canonical-json'
import type { Answer } from './rules/change'
import type { Opcode } from './rules/opcode'
import type { Transport } from './transport'

/** The SDK's own door: what `serve` of 'inngest/edge' returns. */
export type FunctionDoor = (request: Request) => Promise<Response>

/** The protocol version this engine speaks, the SDK's current one; a run keeps it over an update of the SDK. */
const PROTOCOL_VERSION = 2

export const opcodeSchema: z.ZodType<Opcode> = z.object({
  op: z.string(),
  id: z.string(),
  name: z.string().optional(),
  displayName: z.string().optional(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z
    .object({
      parallelMode: z.string().optional(),
      timeout: z.string().optional(),
      if: z.string().optional(),
      function_id: z.string().optional(),
      payload: z.object({ data: z.unknown() }).partial().optional(),
    })
    .optional(),
})

const opcodesSchema = z.union([z.array(opcodeSchema), opcodeSchema.transform((opcode) => [opcode])])

/** Calls the function of a job once. Rejects when the SDK's own door breaks. */
export async function callFunction(
  door: FunctionDoor,
  transport: Transport,
  job: CallJob,
  fn: { path: string; maxAttempts: number },
): Promise<{ answer: Answer; opcodes: Opcode[] | null }> {
  const path = job.kind === 'step' ? fn.path.replace(/stepId=[^&]*/, `stepId=${job.stepId}`) : fn.path
  const headers: Record<string, string> = {
    'x-run-id': job.runId,
    'x-inngest-generation-id': String(job.generation),
    ...(job.traceparent === null ? {} : { traceparent: job.traceparent }),
  }
  const response = await door(signedRequest(transport, 'POST', path, callBody(job, fn.maxAttempts), headers))
  const text = await response.text()
  const body: unknown = text === '' ? null : JSON.parse(text)
  const answer = {
    status: response.status,
    isSdk: response.headers.has('x-inngest-sdk'),
    noRetry: response.headers.get('x-inngest-no-retry') === 'true',
    retryAfter: response.headers.get('retry-after'),
    body,
  }
  return { answer, opcodes: response.status === 206 ? opcodesSchema.parse(body) : null }
}

/** Asks the SDK which functions it has (in-band sync). */
export async function listFunctions(door: FunctionDoor, transport: Transport): Promise<unknown> {
  const path = '/api/inngest'
  const headers = { 'x-inngest-sync-kind': 'in_band' }
  const response = await door(
    signedRequest(transport, 'PUT', path, { url: transport.baseUrl + path }, headers),
  )
  if (!response.ok) throw new Error(`the functions could not be registered: ${await response.text()}`)
  return response.json()
}

/** `fn_id` in the context is what switches checkpointing on: a run then costs one call. */
function callBody(job: CallJob, maxAttempts: number) {
  const steps = job.steps ?? {}
  const ids = Object.keys(steps)
  return {
    event: job.event,
    events: job.events ?? [job.event],
    steps,
    version: PROTOCOL_VERSION,
    use_api: false,
    ctx: {
      run_id: job.runId,
      fn_id: job.functionId,
      env: '',
      step_id: job.stepId ?? 'step',
      attempt: job.attempt,
      max_attempts: maxAttempts,
      qi_id: job.id,
      request_id: `${job.id}:${job.generation}`,
      generation_id: job.generation,
      disable_immediate_execution: job.planOnly,
      use_api: false,
      stack: { stack: ids, current: ids.length },
    },
  }
}

function signedRequest(
  { signingKey, baseUrl }: Transport,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Request {
  const text = canonicalJson(body)
  // The SDK compares with the wall clock of this process, whatever clock the engine goes by.
  const seconds = Math.floor(Date.now() / 1_000)
  const signature = createHmac('sha256', signingKey).update(`${text}${seconds}`).digest('hex')
  return new Request(baseUrl + path, {
    method,
    body: text,
    headers: {
      // The SDK builds its own URL from this header; a Request made by hand has none.
      host: new URL(baseUrl).host,
      'content-type': 'application/json',
      'x-inngest-signature': `t=${seconds}&s=${signature}`,
      'x-inngest-server-kind': 'cloud',
      ...headers,
    },
  })
}
