import { beforeAll, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openReceiver } from '@/lib/testing/open-receiver'
import { beatProcess } from './beat-process'
import { describeSystem } from './describe-system'
import { systemSchema } from './schema'

beforeAll(emptyDatabase)

const partOf = async (name: string) =>
  (await describeSystem(new Date())).parts.find(({ part }) => part === name)

it('is a whole answer in an empty house, and says what is missing', async () => {
  const system = systemSchema.parse(await describeSystem(new Date()))
  expect(system).toMatchObject({ standing: 'failed', processes: [], backups: [] })
  expect(system.lag).toEqual({ outboxWaiting: 0, outboxOldestSeconds: 0, oldestOwed: null })
  expect(system.database.migrations.applied).toBeGreaterThan(20)
  expect(system.database.tables[0]?.bytes).toBeGreaterThan(0)
  expect(system.parts.filter(({ standing }) => standing !== 'ok').map(({ part }) => part)).toEqual([
    ...['Night shift', 'Watcher', 'Sockets', 'Backup'],
  ])
})

it('shows each process while it gives signs, and misses none that closed in order', async () => {
  const end = beatProcess('web')
  await expect.poll(async () => (await describeSystem(new Date())).processes).toHaveLength(1)
  const [web] = (await describeSystem(new Date())).processes
  expect(web).toMatchObject({ kind: 'web', pid: process.pid, version: '0.1.0' })
  expect(web?.diskBytes).toBeGreaterThan(web?.diskFreeBytes ?? 0)
  await end()
  expect((await describeSystem(new Date())).processes).toEqual([])
})

it('says of a process that died how long it has been silent, on whichever machine', async () => {
  const figures = {
    ...{ rssBytes: 1, loopLagMs: 1, connectionsInUse: 0, waitingStatements: 0, skewMs: 0 },
    ...{ diskFreeBytes: 1, diskBytes: 1 },
  }
  await pool.query(
    `INSERT INTO process_beat (id, kind, host, pid, version, started_at, beat_at, figures)
     VALUES (gen_random_uuid(), 'night-shift', 'machine-2', 7, '1', now(), now() - interval '1 minute', $1)`,
    [JSON.stringify(figures)],
  )
  const { processes, standing } = await describeSystem(new Date())
  expect(processes).toMatchObject([
    { host: 'machine-2', standing: 'failed', says: expect.stringMatching(/no sign of life for 6\d s/) },
  ])
  expect(standing).toBe('failed')
})

it('knows how old the last backup of use is, and shows the one that failed since', async () => {
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const whole = { kind: 'base', startedAt: at(4), finishedAt: at(3), bytes: 5_000_000_000n, location: '/b/1' }
  await db.backupRecord.create({ data: whole })
  await db.backupRecord.create({
    data: { kind: 'base', startedAt: at(1), finishedAt: at(1), location: '/b/2', error: 'no room' },
  })
  const { backups } = await describeSystem(new Date())
  expect(backups.map(({ location, bytes }) => [location, bytes])).toEqual([
    ['/b/2', null],
    ['/b/1', 5_000_000_000],
  ])
  expect(await partOf('Backup')).toEqual({ part: 'Backup', standing: 'ok', says: 'the last is 3 h old' })
})

it('says how fast the database grows once it was measured before', async () => {
  await db.sizeSample.deleteMany()
  expect((await describeSystem(new Date())).database.growthBytesPerDay).toBeNull()
  await pool.query(
    `INSERT INTO size_sample SELECT now() - interval '12 hours', pg_database_size(current_database()) - 1000000`,
  )
  const { growthBytesPerDay } = (await describeSystem(new Date())).database
  expect(growthBytesPerDay).toBeGreaterThan(1_900_000)
})

it('knocks at what is outside', async () => {
  const receiver = await openReceiver(204)
  process.env.SMTP_URL = `smtp://127.0.0.1:${receiver.port}`
  expect(await partOf('Mail server')).toMatchObject({
    standing: 'ok',
    says: expect.stringMatching(/answers in \d+ ms/),
  })
  await receiver.close()
  process.env.SMTP_URL = `smtp://ada:secret@127.0.0.1:${receiver.port}`
  const gone = await partOf('Mail server')
  expect(gone).toMatchObject({
    standing: 'failed',
    says: expect.stringMatching(/is not reached: ECONNREFUSED/),
  })
  expect(gone?.says).not.toContain('secret')
  delete process.env.SMTP_URL
})
