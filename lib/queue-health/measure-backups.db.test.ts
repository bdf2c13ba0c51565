import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { measureBackups } from './measure-backups'
import { wantedBackupAlert } from './rules/wanted-backup-alerts'

const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000)
const tried = (hours: number, error: string | null) =>
  db.backupRecord.create({
    data: {
      kind: 'base',
      startedAt: hoursAgo(hours),
      finishedAt: hoursAgo(hours),
      location: '/backups',
      error,
    },
  })

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})

test('says nothing of a house that is not backed up, or was within a day', async () => {
  expect(await measureBackups()).toEqual([])
  await tried(25, null)
  await tried(1, 'the disk is full')
  expect(await measureBackups()).toEqual([])
})

test('warns when the last good one is older, and says why there is none since', async () => {
  await tried(27, null)
  await tried(3, 'the disk is full')
  const [old] = await measureBackups()
  expect(old).toMatchObject({ site: SHOP, reason: 'the disk is full' })
  if (old) expect(wantedBackupAlert(old)).toMatchObject({ severity: 'warning', cause: 'dependency-refusing' })
})

test('warns when none ever succeeded', async () => {
  await tried(30, 'no room for a replica')
  expect(await measureBackups()).toMatchObject([{ lastAt: null }])
})
