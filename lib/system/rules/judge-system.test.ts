import { expect, it } from 'vitest'
import { judgeBackups, judgeEngine, judgeOutbox, judgeProcess, judgeWatcher, worst } from './judge-system'

const figures = {
  ...{ rssBytes: 1, loopLagMs: 3, connectionsInUse: 2, waitingStatements: 0, skewMs: -4 },
  ...{ diskFreeBytes: 50, diskBytes: 100 },
}
const now = new Date('2026-11-21T12:00:00Z')
const backup = (finishedAt: string | null, error: string | null = null) => ({
  ...{ kind: 'base', startedAt: '2026-11-20T00:00:00Z', bytes: 1, location: '/backups/1' },
  ...{ finishedAt, error },
})

it('says of a process that is well that it runs', () => {
  expect(judgeProcess(figures, 3)).toEqual({ standing: 'ok', says: 'runs' })
})

it('says of a process everything that is wrong with it, and is as bad as the worst', () => {
  const { standing, says } = judgeProcess({ ...figures, skewMs: -900, diskFreeBytes: 4 }, 3)
  expect(standing).toBe('failed')
  expect(says).toBe('4 % of its disk is free; its clock is -900 ms away from the database’s')
})

it('takes a process that has been silent for three signs for dead', () => {
  expect(judgeProcess(figures, 16)).toMatchObject({
    standing: 'failed',
    says: expect.stringMatching(/no sign of life for 16 s/),
  })
})

it('is content with one engine that works, and with none that cannot', () => {
  const hung = { seconds: 40, trouble: null }
  expect(judgeEngine([hung, { seconds: 1, trouble: null }])).toMatchObject({ standing: 'ok' })
  expect(judgeEngine([hung])).toMatchObject({ standing: 'failed', says: 'gives no sign of life' })
  expect(judgeEngine([{ seconds: 1, trouble: 'no Redis' }])).toMatchObject({ says: 'cannot work: no Redis' })
})

it('warns of an outbox that nobody empties, and of a watcher that does not look', () => {
  expect(judgeOutbox(3, 2).standing).toBe('ok')
  expect(judgeOutbox(3, 30).standing).toBe('warning')
  expect(judgeOutbox(3, 90).standing).toBe('failed')
  expect([judgeWatcher(1), judgeWatcher(20), judgeWatcher(null)].map(({ standing }) => standing)).toEqual([
    ...['ok', 'failed', 'failed'],
  ])
})

it('counts only backups that are of use', () => {
  expect(judgeBackups([], now).standing).toBe('warning')
  expect(judgeBackups([backup('2026-11-21T09:00:00Z')], now)).toMatchObject({
    standing: 'ok',
    says: expect.stringMatching(/3 h/),
  })
  expect(judgeBackups([backup('2026-11-21T09:00:00Z', 'disk full'), backup(null)], now).standing).toBe(
    'warning',
  )
  expect(judgeBackups([backup('2026-11-19T09:00:00Z')], now).standing).toBe('failed')
})

it('is as bad as its worst part', () => {
  expect([worst([]), worst(['ok', 'warning']), worst(['failed', 'ok'])]).toEqual(['ok', 'warning', 'failed'])
})
