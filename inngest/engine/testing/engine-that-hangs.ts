import { pool } from '@/lib/platform/db'
import { openTestEngine } from './open-test-engine'

// A process of its own for a test to kill. It must not outlive the test.
process.stdin.once('end', () => process.exit(1)).resume()

const leave = (name: string) => pool.query('INSERT INTO effect (name) VALUES ($1)', [name])

void openTestEngine(
  (client) => [
    client.createFunction({ id: 'two-steps', triggers: [{ event: 'shop/placed' }] }, async ({ step }) => {
      await step.run('first', () => leave('first').then(() => 1))
      await step.run('second', async () => {
        await leave('second')
        await new Promise(() => {})
      })
    }),
  ],
  { leaseMs: 1_000 },
)
