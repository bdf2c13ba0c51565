import { createInterface } from 'node:readline'
import { shiftClock } from './shift-clock'

/**
 * A process with an embedded engine and two functions of one step each, for a bench or a trial to feed, ask, mislead
 * and kill. It takes one word a line: `count` is answered by a line of JSON, `shift MS` turns its clock, the end of its
 * stdin ends it.
 */
async function main(): Promise<void> {
  const { default: pg } = await import('pg')
  let statements = 0
  // Every statement of the process goes through here: those of the pool, of LISTEN and of transactions.
  pg.Client.prototype.query = new Proxy(pg.Client.prototype.query, {
    apply(query, connection, args) {
      statements++
      return Reflect.apply(query, connection, args)
    },
  })
  const [{ Inngest }, { createTransport }, { openEngine }, { statement }] = await Promise.all([
    import('inngest'),
    import('@/inngest/engine/transport'),
    import('@/inngest/engine/open-engine'),
    import('@/lib/platform/db'),
  ])
  const transport = createTransport()
  const { signingKey, eventKey, baseUrl, fetch } = transport
  const logger = { debug() {}, info() {}, warn() {}, error() {} }
  const client = new Inngest({ id: 'bench', isDev: false, signingKey, eventKey, baseUrl, fetch, logger })
  const functions = [
    client.createFunction({ id: 'one-step', triggers: [{ event: 'bench/one-step' }] }, ({ event, step }) =>
      step.run('only', () => event.data.number),
    ),
    client.createFunction({ id: 'effect', triggers: [{ event: 'bench/effect' }] }, ({ event, step }) =>
      step.run('only', async () => {
        const values = [`${event.data.number}`, 'only', process.pid]
        await statement('leave-effect', LEAVE_EFFECT, values)
        await new Promise((resolve) => setTimeout(resolve, Number(process.env.BENCH_STEP_MS ?? 0)))
      }),
    ),
  ]
  const leaseMs = Number(process.env.BENCH_LEASE_MS ?? 30_000)
  await openEngine({ client, transport, functions, leaseMs })
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const [word, value] = line.split(' ')
      if (word === 'shift') shiftClock(Number(value))
      const { user, system } = process.cpuUsage()
      process.stdout.write(`${JSON.stringify({ cpuMs: (user + system) / 1000, statements })}\n`)
    })
    // As a power cut: who wants an orderly end sends SIGTERM to the night shift, not to this.
    .on('close', () => process.exit(0))
  process.stdout.write('{"ready":true}\n')
}

/** The first attempt leaves the effect, a repeated one is counted: an effect that is not unique could not tell. */
const LEAVE_EFFECT = `
INSERT INTO bench_effect (run, step, by_pid) VALUES ($1, $2, $3)
ON CONFLICT (run, step) DO UPDATE SET attempts = bench_effect.attempts + 1`

void main()
