import { Worker } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { openThreads, type Threads } from './open-threads'

// A thread that does as it is told, and counts how often it was asked.
const OBEDIENT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads'
    let asked = 0
    parentPort.on('message', (told) => {
      asked++
      if (told === 'die') throw new Error('dead')
      if (told === 'exit') process.exit(3)
      if (told === 'hang') for (;;) {}
      parentPort.postMessage({ told, asked, threadId })
    })
  `)}`,
)

let threads: Threads
const open = (most: number, mostWaiting = 100, longestMs = 60_000) => {
  threads = openThreads(() => new Worker(OBEDIENT), { most, mostWaiting, longestMs })
  return threads
}
afterEach(() => threads.close())

it('answers one after the other, in the order of the questions', async () => {
  const { ask } = open(1)
  const answers = await Promise.all(['a', 'b', 'c'].map((told) => ask(told)))
  expect(answers).toMatchObject([
    { told: 'a', asked: 1 },
    { told: 'b', asked: 2 },
    { told: 'c', asked: 3 },
  ])
})

it.each(['die', 'exit'])(
  'a thread that is told to %s fails that question only, and another one goes on',
  async (end) => {
    const { ask } = open(1)
    const [before, dead, after] = await Promise.allSettled([ask('a'), ask(end), ask('b')])
    expect(before).toMatchObject({ status: 'fulfilled', value: { told: 'a', asked: 1 } })
    expect(dead.status).toBe('rejected')
    expect(after).toMatchObject({ status: 'fulfilled', value: { told: 'b', asked: 1 } })
  },
)

it('ends a thread that hangs, and lets others answer meanwhile', async () => {
  const { ask } = open(2, 100, 300)
  const [hung, other] = await Promise.allSettled([ask('hang'), ask('a')])
  expect(hung.status).toBe('rejected')
  expect(other).toMatchObject({ value: { told: 'a' } })
})

it('takes no question beyond those that may wait', async () => {
  const { ask } = open(1, 2)
  const first = [ask('a'), ask('b'), ask('c')]
  expect(ask('d')).toBeNull()
  expect(await Promise.all(first)).toHaveLength(3)
  expect(await ask('e')).toMatchObject({ told: 'e' })
})

it('fails a question that cannot be sent, and the thread stays', async () => {
  const { ask } = open(1)
  await ask('a')
  await expect(ask(() => {})).rejects.toThrow()
  expect(await ask('b')).toMatchObject({ asked: 2 })
})

it('fails what still waits when it is closed', async () => {
  const { ask, close } = open(1)
  const both = Promise.allSettled([ask('hang'), ask('a')])
  await close()
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
