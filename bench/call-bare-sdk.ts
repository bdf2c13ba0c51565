import { Inngest } from 'inngest'
import { serve } from 'inngest/edge'
import { callFunction } from '@/inngest/engine/call-function'
import type { CallJob } from '@/inngest/engine/job'
import { createTransport } from '@/inngest/engine/transport'

const AT_ONCE = 32

/**
 * The SDK's own handler, called so many times in this process with signed requests as the engine makes them, and with
 * nothing behind it: no queue, no database. What is left is what the SDK itself costs; no engine can be cheaper.
 */
export async function callBareSdk(runs: number): Promise<{ seconds: number; cpuMs: number }> {
  const transport = createTransport()
  const { signingKey, eventKey, baseUrl, fetch } = transport
  const logger = { debug() {}, info() {}, warn() {}, error() {} }
  const client = new Inngest({ id: 'bare', isDev: false, signingKey, eventKey, baseUrl, fetch, logger })
  const oneStep = client.createFunction(
    { id: 'one-step', triggers: [{ event: 'bench/one-step' }] },
    ({ event, step }) => step.run('only', () => event.data.number),
  )
  const door = serve({ client, functions: [oneStep] })
  transport.connect(async () => Response.json({}))
  let next = 0
  let failed = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let number = next++; number < runs; number = next++) {
        const { answer } = await callFunction(door, transport, jobOf(number), {
          path: '/api/inngest?fnId=bare-one-step&stepId=step',
          maxAttempts: 5,
        })
        if (answer.status >= 300) failed++
      }
    }),
  )
  const { user, system } = process.cpuUsage(cpu)
  if (failed > 0) throw new Error(`the bare handler refused ${failed} calls`)
  return { seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 }
}

function jobOf(number: number): CallJob {
  const now = new Date()
  return {
    id: `${number}`,
    generation: 1,
    functionId: 'bare-one-step',
    attempt: 0,
    deliveries: 1,
    dueAt: now,
    kind: 'discover',
    stepId: null,
    runId: crypto.randomUUID(),
    event: { id: `run-${number}`, name: 'bench/one-step', data: { number }, ts: now.getTime() },
    events: null,
    traceparent: null,
    steps: null,
    createdAt: now,
    startedAt: null,
    planOnly: false,
  }
}
