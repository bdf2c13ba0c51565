import { existsSync } from 'node:fs'
import { openThreads } from '@/lib/platform/open-threads'
import { slot } from '@/lib/platform/slot'

/** Walks are thought about for half a second at most; two at once, so that a short pick need not wait for a whole tour. */
const WALKS = { most: 2, mostWaiting: 32, longestMs: 10_000 }
/** Advice takes up to 20 s, and no picker waits for it. */
const ADVICE = { most: 1, mostWaiting: 4, longestMs: 60_000 }

/** Opens the threads beside this one in which walks and slotting are thought about; they end with the process. */
export function openThinking(closers: (() => Promise<unknown>)[]): void {
  const bundle = new URL('./thinking-thread.mjs', import.meta.url)
  const isBundled = existsSync(bundle)
  const file = isBundled ? bundle : new URL('./thinking-thread.ts', import.meta.url)
  const execArgv = isBundled ? [] : ['--import', 'tsx']
  const walks = openThreads(file, { ...WALKS, execArgv })
  const advice = openThreads(file, { ...ADVICE, execArgv })
  slot.think = (kind, question) => (kind === 'moves' ? advice : walks).ask({ kind, question })
  closers.push(async () => {
    slot.think = undefined
    await Promise.all([walks.close(), advice.close()])
  })
}
