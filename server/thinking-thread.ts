import { parentPort } from 'node:worker_threads'
import { type Question, type Thought, thinkHere } from '@/lib/picking/think-here'

// What goes wrong here ends the thread, and with it the question: whoever asked hears of it, and another thread is started.
parentPort?.on('message', async ({ kind, question }: { kind: Thought; question: Question<Thought> }) => {
  parentPort?.postMessage(await thinkHere(kind, question))
})
