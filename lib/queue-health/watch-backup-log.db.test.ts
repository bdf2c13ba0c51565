import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite } from '@/lib/testing/owe-steps'
import { wantedBackupLogAlert } from './rules/wanted-backup-alerts'
import { type BackupLogMemory, watchBackupLog } from './watch-backup-log'

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
  await openSite('TEST-2')
})

it('tells every site when nobody has received the log for a minute', async () => {
  const memory: BackupLogMemory = { fineAt: null }
  expect(await watchBackupLog(memory, 5_000)).toEqual([])
  expect(await watchBackupLog(memory, 64_999)).toEqual([])
  const alert = {
    ...{ queue: 'backup-log', topic: 'flow', severity: 'critical', cause: 'dependency-silent' },
    message: expect.stringContaining('nobody has received the database’s log for 60 s'),
  }
  expect(await watchBackupLog(memory, 65_000)).toMatchObject([
    { ...alert, site: 'TEST-1' },
    { ...alert, site: 'TEST-2' },
  ])
})

it('counts the minute from when the log was last seen to arrive', async () => {
  expect(await watchBackupLog({ fineAt: 100_000 }, 159_000)).toEqual([])
  expect(await watchBackupLog({ fineAt: 100_000 }, 161_000)).toHaveLength(2)
})

it('says how far ahead the log is', () => {
  const log = { site: 'TEST-1', behindBytes: 300 * 1_048_576, seconds: 180 }
  expect(wantedBackupLogAlert(log)).toMatchObject({
    cause: 'overload',
    message: expect.stringContaining('300 MiB ahead, for 3 min'),
  })
})
