import { beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite } from '@/lib/testing/owe-steps'
import { introduceFunctions } from './introduce-functions'
import { listAlerts } from './queries'
import { recordOutage } from './record-outage'
import { recordPulse } from './record-pulse'

beforeEach(emptyDatabase)

const pulse = (functionId: string) => db.functionPulse.findUniqueOrThrow({ where: { functionId } })

it('gathers what runs of a function did, and leaves the others alone', async () => {
  await introduceFunctions([
    { id: 'send-mail', step: 'confirmation-email', everySeconds: null },
    { id: 'idle', step: null, everySeconds: 60 },
  ])
  recordPulse('send-mail', 'started')
  recordPulse('send-mail', 'started')
  recordPulse('send-mail', 'succeeded')
  recordPulse('send-mail', 'failed', new Error('no mail server'))
  recordPulse('unknown', 'failed', 'whatever')
  await vi.waitFor(async () => expect(await pulse('send-mail')).toMatchObject({ succeeded: 1n }), 20_000)
  expect(await pulse('send-mail')).toMatchObject({
    startedAt: expect.any(Date),
    succeededAt: expect.any(Date),
    failed: 1n,
    lastError: 'no mail server',
  })
  expect(await pulse('idle')).toMatchObject({ startedAt: null, succeeded: 0n })
  recordPulse('send-mail', 'succeeded')
  await vi.waitFor(async () => expect(await pulse('send-mail')).toMatchObject({ succeeded: 2n }), 20_000)
  expect(await db.functionPulse.count()).toBe(2)
})

it('writes an outage down at every site, once, as an alert that is over', async () => {
  await openSite('TEST-1')
  await openSite('TEST-2')
  const since = new Date('2026-11-21T14:00:00Z')
  const until = new Date('2026-11-21T14:00:40Z')
  await recordOutage('database', since, until)
  await recordOutage('database', since, until)
  const { items } = await listAlerts({ siteIds: 'all', limit: 9 })
  expect(items.map(({ site }) => site).sort()).toEqual(['TEST-1', 'TEST-2'])
  expect(items[0]).toMatchObject({
    queue: 'database',
    state: 'resolved',
    severity: 'critical',
    cause: 'database-away',
    message: 'The database was away for 40 s; nothing could be ordered meanwhile, nothing is lost',
    resolvedAt: until.toISOString(),
  })
})

it('takes a reconnect for none', async () => {
  await openSite('TEST-1')
  await recordOutage('database', new Date('2026-11-21T14:00:00Z'), new Date('2026-11-21T14:00:03Z'))
  expect(await db.alert.count()).toBe(0)
})
