import { expectTotes } from '@/lib/conveyor/expect-totes'
import { listTotes } from '@/lib/picking/queries'
import { inngest } from './client'
import { nightShiftBegan } from './events'

const DAY_MS = 86_400_000
const AT_ONCE = 1_000

/** Totes of the last day that the belt was never told of are told; told already they stay as they are. */
export const expectLostTotesEveryQuarterHour = inngest.createFunction(
  {
    id: 'expect-lost-totes-every-quarter-hour',
    retries: 2,
    triggers: [{ cron: '7,22,37,52 * * * *' }, { event: nightShiftBegan }],
  },
  async ({ step }) => step.run('expect', () => expectLost(new Date(Date.now() - DAY_MS))),
)

async function expectLost(since: Date): Promise<{ changed: number }> {
  let changed = 0
  let after = '0'
  for (;;) {
    const totes = await listTotes(since, after, AT_ONCE)
    for (const site of new Set(totes.map((tote) => tote.site))) {
      const own = totes.filter((tote) => tote.site === site)
      changed += (await expectTotes(site, own)).changed
    }
    const last = totes.at(-1)
    if (!last || totes.length < AT_ONCE) return { changed }
    after = last.number
  }
}
