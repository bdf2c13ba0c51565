import { expect, it } from 'vitest'
import { FetchProblem } from '@/components/live/fetch-json'
import { sendWaitingLines } from './send-waiting-lines'
import { WaitingLines } from './waiting-lines'

function phone(kept = new Map<string, string>()) {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
  return { kept, waiting: new WaitingLines(() => storage) }
}

const counted = (operationId: string, countId = 'c1') => ({
  countId,
  name: 'Milk',
  problem: null,
  line: { operationId, bin: 'A01-01-A1', sku: 'MILK-1L', quantity: 3, at: '2026-11-21T10:00:00Z' },
})

const ids = (waiting: WaitingLines) => waiting.list().map(({ line }) => line.operationId)

it('keeps a line over a closed page', () => {
  const { kept, waiting } = phone()
  waiting.add(counted('o1'))
  expect(ids(phone(kept).waiting)).toEqual(['o1'])
})

it('reads what is no line of its own as nothing', () => {
  expect(phone(new Map([['stowline:count-lines', '{"old":1}']])).waiting.list()).toEqual([])
  expect(phone(new Map([['stowline:count-lines', 'not JSON']])).waiting.list()).toEqual([])
})

it('lets lines go once the server has them, count by count', async () => {
  const { waiting } = phone()
  for (const line of [counted('o1'), counted('o2', 'c2'), counted('o3')]) waiting.add(line)
  const sent: [string, number][] = []
  expect(await sendWaitingLines(waiting, async (countId, lines) => sent.push([countId, lines.length]))).toBe(
    true,
  )
  expect(sent).toEqual([
    ['c1', 2],
    ['c2', 1],
  ])
  expect(ids(waiting)).toEqual([])
})

it.each([0, 429, 500, 503, 401])('keeps lines that met status %i, to send them later', async (status) => {
  const { waiting } = phone()
  waiting.add(counted('o1'))
  const post = () => Promise.reject(new FetchProblem(status, 'later'))
  expect(await sendWaitingLines(waiting, post)).toBe(false)
  expect(waiting.list()).toEqual([counted('o1')])
})

it('marks the one line that is refused for good, and sends the others', async () => {
  const { waiting } = phone()
  for (const id of ['good', 'bad', 'fine']) waiting.add(counted(id))
  const post = async (_: string, lines: { operationId: string }[]) => {
    if (lines.some(({ operationId }) => operationId === 'bad')) throw new FetchProblem(400, 'no such SKU')
  }
  expect(await sendWaitingLines(waiting, post)).toBe(true)
  expect(waiting.list().map(({ line, problem }) => [line.operationId, problem])).toEqual([
    ['bad', 'no such SKU'],
  ])
  expect(await sendWaitingLines(waiting, post)).toBe(false)
})
