import { parentPort } from 'node:worker_threads'
import { type Question, type Thought, thinkHere } from '@/lib/picking/think-here'
import { forecastSite } from '@/lib/replenishment/rules/forecast-site'
import type { SiteQuestion } from '@/lib/replenishment/schema'
import { thinkInSlices } from '@/lib/replenishment/think-in-slices'

type Asked = { kind: Thought; question: Question<Thought> } | { kind: 'forecast'; question: SiteQuestion }

// What goes wrong here ends the thread, and with it the question: whoever asked hears of it, and another thread is started.
parentPort?.on('message', async (asked: Asked) => {
  parentPort?.postMessage(
    asked.kind === 'forecast'
      ? await thinkInSlices(forecastSite(asked.question))
      : await thinkHere(asked.kind, asked.question),
  )
})
