import { setTimeout } from 'node:timers/promises'
import { listOrdersWithDueMovements } from '@/lib/payments/queries'
import { settleMovements } from '@/lib/payments/settle-movements'

const AT_ONCE = 32
const LOOK_AGAIN_MS = 100

/** A process of its own that settles whatever is due until it is killed: the part of the night shift that a test may kill. */
async function settleForEver(): Promise<never> {
  for (;;) {
    const waiting = await listOrdersWithDueMovements(new Date(), 2_000)
    const settle = async () => {
      for (let order = waiting.pop(); order !== undefined; order = waiting.pop()) await settleMovements(order)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, settle))
    await setTimeout(LOOK_AGAIN_MS)
  }
}

process.stdin.resume().on('close', () => process.exit(0))
void settleForEver()
