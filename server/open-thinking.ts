import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { openThreads } from '@/lib/platform/open-threads'
import { slot } from '@/lib/platform/slot'

/** Walks are thought about for half a second at most; two at once, so that a short pick need not wait for a whole tour. */
const WALKS = { most: 2, mostWaiting: 32, longestMs: 10_000 }
/** Advice takes up to 20 s, and no picker waits for it. */
const ADVICE = { most: 1, mostWaiting: 4, longestMs: 60_000 }

/** A night's forecasts of 20,000 items take a minute of a slow core. */
const FORECASTS = { most: 1, mostWaiting: 4, longestMs: 600_000 }

/** Opens the threads beside this one in which walks, slotting and demand are thought about; they end with the process. */
export function openThinking(closers: (() => Promise<unknown>)[]): void {
  const walks = openThreads(thinker, WALKS)
  const advice = openThreads(thinker, ADVICE)
  const forecasts = openThreads(thinker, FORECASTS)
  const threadsFor = new Map([
    ['moves', advice],
    ['forecast', forecasts],
  ])
  slot.think = (kind, question) => (threadsFor.get(kind) ?? walks).ask({ kind, question })
  closers.push(async () => {
    slot.think = undefined
    await Promise.all([walks, advice, forecasts].map((threads) => threads.close()))
  })
}

/** The bundle beside ours, or in development the source: there a thread of its own does not know TypeScript by itself. */
function thinker(): Worker {
  const bundle = new URL('./thinking-thread.mjs', import.meta.url)
  if (existsSync(bundle)) return new Worker(bundle)
  const source = new URL('./thinking-thread.ts', import.meta.url).href
  const begin = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}') })`
  return new Worker(begin, { eval: true })
}
