import type { Worker } from 'node:worker_threads'

export type Threads = {
  /** The answer of a thread; null when too many wait already. Rejects when the thread that thought about it has died. */
  ask: (question: unknown) => Promise<unknown> | null
  close: () => Promise<void>
}
type Asked = { question: unknown; resolve: (answer: unknown) => void; reject: (error: Error) => void }
type Opening = {
  most: number
  mostWaiting: number
  /** A thread that is at it for longer is taken to hang, and ended. */
  longestMs: number
}

/**
 * Threads for what takes longer than the others of this process may wait: each answers one message at a time with one
 * message. They are started by the first questions and end with the process; one that dies fails what it was asked and
 * nothing else, and the next question starts another.
 */
export function openThreads(begin: () => Worker, { most, mostWaiting, longestMs }: Opening): Threads {
  const waiting: Asked[] = []
  /** What each thread is asked at present. */
  const threads = new Map<Worker, Asked | undefined>()
  let isClosed = false

  function start(): Worker {
    const thread = begin()
    threads.set(thread, undefined)
    // Nobody is kept from leaving by a thread that thinks.
    thread.unref()
    const fail = (error: Error): void => {
      const asked = threads.get(thread)
      threads.delete(thread)
      asked?.reject(error)
      next()
    }
    thread.on('error', fail)
    thread.on('exit', (code) => {
      if (threads.has(thread)) fail(new Error(`the thread ended with ${code} before it answered`))
    })
    return thread
  }

  function next(): void {
    while (waiting.length > 0 && !isClosed) {
      const idle = [...threads].find(([, asked]) => !asked)?.[0]
      const thread = idle ?? (threads.size < most ? start() : undefined)
      const asked = thread && waiting.shift()
      if (!thread || !asked) return
      put(thread, asked)
    }
  }

  function put(thread: Worker, asked: Asked): void {
    const hangs = setTimeout(() => void thread.terminate(), longestMs)
    hangs.unref()
    const done = (): void => {
      clearTimeout(hangs)
      thread.removeListener('message', onAnswer)
      if (threads.has(thread)) threads.set(thread, undefined)
    }
    const onAnswer = (answer: unknown): void => {
      done()
      asked.resolve(answer)
      next()
    }
    const reject = (error: Error): void => {
      done()
      asked.reject(error)
    }
    threads.set(thread, { ...asked, reject })
    thread.on('message', onAnswer)
    try {
      thread.postMessage(asked.question)
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return {
    ask(question) {
      if (waiting.length >= mostWaiting) return null
      return new Promise((resolve, reject) => {
        waiting.push({ question, resolve, reject })
        next()
      })
    },
    async close() {
      isClosed = true
      for (const { reject } of waiting.splice(0)) reject(new Error('the threads are closed'))
      await Promise.all([...threads.keys()].map((thread) => thread.terminate()))
    },
  }
}
