import { beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { checkAuditLog } from './check-audit-log'
import { cutAuditLog } from './cut-audit-log'
import { listAuditEntries, readAuditChain } from './list-audit-entries'
import { recordAudit } from './record-audit'
import { verifyAuditLog } from './verify-audit-log'

const NOW = new Date('2026-11-22T03:00:00Z')

beforeEach(emptyDatabase)

const write = (subject: string, siteId = 'S1') =>
  recordAudit({ actor: 'person:ada', action: 'test', outcome: 'allowed', subject, siteId })

async function writeAll(entries: number): Promise<void> {
  for (let entry = 1; entry <= entries; entry++) await write(`thing ${entry}`)
}

/** What somebody does who owns the database: the guards do not hold them. */
async function tamper(...statements: string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("SET session_replication_role = 'replica'")
    for (const sql of statements) await client.query(sql)
  } finally {
    client.release(true)
  }
}
const brokenAt = async () => {
  const verdict = await verifyAuditLog()
  return verdict.outcome === 'broken' ? verdict.atId : null
}

it('is whole when nothing was ever written, and after every entry', async () => {
  expect(await verifyAuditLog()).toEqual({ outcome: 'whole', headId: '0', headHash: '' })
  await writeAll(3)
  expect(await verifyAuditLog()).toMatchObject({ outcome: 'whole', headId: '3' })
})

it('keeps one chain without gaps when many write at once, also several rows a statement', async () => {
  const one = (n: number) => ({ actor: 'key:1', action: 'test', outcome: 'allowed', subject: `many ${n}` })
  await Promise.all([
    ...Array.from({ length: 40 }, (_, n) => write(`at once ${n}`)),
    ...Array.from({ length: 5 }, () => db.auditEntry.createMany({ data: [one(1), one(2), one(3)] })),
  ])
  expect(await verifyAuditLog()).toMatchObject({ outcome: 'whole', headId: '55' })
  const ids = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  expect(ids.map(({ id }) => Number(id))).toEqual(Array.from({ length: 55 }, (_, n) => n + 1))
})

it('leaves no gap where a transaction is undone', async () => {
  await write('first')
  await db
    .$transaction(async (undone) => {
      await undone.auditEntry.create({
        data: { actor: 'a', action: 'b', outcome: 'allowed', subject: 'never' },
      })
      throw new Error('undone')
    })
    .catch(() => {})
  await write('second')
  expect(await verifyAuditLog()).toMatchObject({ outcome: 'whole', headId: '2' })
})

it('is neither changed nor shortened by who may only write', async () => {
  await writeAll(2)
  await expect(db.auditEntry.updateMany({ data: { actor: 'nobody' } })).rejects.toThrow('stays as it is')
  await expect(db.auditEntry.deleteMany({ where: { id: 1 } })).rejects.toThrow('stays as it is')
  expect(await db.auditEntry.count()).toBe(2)
})

it.each([
  ['a changed entry', ["UPDATE audit_entry SET subject = 'another' WHERE id = 3"], '3'],
  ['a changed time', ["UPDATE audit_entry SET at = at - interval '1 hour' WHERE id = 2"], '2'],
  [
    'an entry whose own hash was made to fit',
    [
      "UPDATE audit_entry SET actor = 'x' WHERE id = 4",
      'UPDATE audit_entry e SET hash = audit_hash((SELECT hash FROM audit_entry WHERE id = 3), e) WHERE id = 4',
    ],
    '5',
  ],
  ['an entry taken out', ['DELETE FROM audit_entry WHERE id = 4'], '4'],
  ['the first one taken out', ['DELETE FROM audit_entry WHERE id = 1'], '1'],
  ['the last ones cut off', ['DELETE FROM audit_entry WHERE id >= 5'], '5'],
  [
    'two that changed places',
    [
      'UPDATE audit_entry SET id = 99 WHERE id = 2',
      'UPDATE audit_entry SET id = 2 WHERE id = 3',
      'UPDATE audit_entry SET id = 3 WHERE id = 99',
    ],
    '2',
  ],
  [
    'one put in at the end',
    ["INSERT INTO audit_entry (id, actor, action, outcome, subject) VALUES (7, 'x', 'y', 'allowed', 'z')"],
    '7',
  ],
])('finds %s, and where', async (_, statements, at) => {
  await writeAll(6)
  await tamper(...statements)
  expect(await brokenAt()).toBe(at)
})

it('shows a log written anew as a whole only beside a head that was kept elsewhere', async () => {
  await writeAll(3)
  const { head } = await readAuditChain()
  await tamper('DELETE FROM audit_entry', 'DELETE FROM audit_chain')
  await writeAll(2)
  await write('another thing')
  expect(await brokenAt()).toBeNull()
  expect(await readAuditChain({ entry: head.id, hash: head.hash })).toMatchObject({ isAsKept: false })
  const { head: now } = await readAuditChain()
  expect(await readAuditChain({ entry: now.id, hash: now.hash })).toMatchObject({ isAsKept: true })
})

it('forgets only its beginning, and what stays is whole', async () => {
  for (const [n, year] of [2010, 2011, 2026, 2012, 2026].entries())
    await db.auditEntry.create({
      data: {
        ...{ actor: 'a', action: 'b', outcome: 'allowed', subject: `${n}` },
        at: new Date(`${year}-01-01`),
      },
    })
  expect(await checkAuditLog(NOW)).toMatchObject({ outcome: 'whole', headId: '5' })
  expect((await db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => Number(id))).toEqual([
    3, 4, 5,
  ])
  expect(await readAuditChain()).toMatchObject({ entries: 3, cutAt: '2', head: { id: '5' } })
  expect(await brokenAt()).toBeNull()
  await tamper('DELETE FROM audit_entry WHERE id = 3')
  expect(await brokenAt()).toBe('3')
})

it('runs twice, forgets once, and may forget all there is', async () => {
  await writeAll(3)
  const later = new Date(Date.now() + 60_000)
  expect(await cutAuditLog(later)).toEqual({ forgotten: 3 })
  expect(await cutAuditLog(later)).toEqual({ forgotten: 0 })
  await write('after')
  expect(await verifyAuditLog()).toMatchObject({ outcome: 'whole', headId: '4' })
})

it('keeps what a check found, and a broken log is not shortened', async () => {
  await writeAll(2)
  await tamper("UPDATE audit_entry SET at = '2001-01-01' WHERE id = 1")
  expect(await checkAuditLog(NOW)).toEqual({ outcome: 'broken', atId: '1' })
  expect(await readAuditChain()).toMatchObject({ brokenAt: '1', checkedAt: NOW.toISOString() })
  expect(await db.auditEntry.count()).toBe(2)
})

it('is read page by page by who may know of the site, narrowed by who, what, which and when', async () => {
  await db.site.createMany({
    data: ['S1', 'S2'].map((id) => ({ id, name: id, timeZone: 'UTC', currency: 'EUR', locale: 'en' })),
  })
  await db.user.create({
    data: {
      ...{ id: 'ada', name: 'Ada', email: 'ada@example.com' },
      memberships: { create: { siteId: 'S1' } },
    },
  })
  await writeAll(3)
  await write('elsewhere', 'S2')
  await recordAudit({ actor: 'person:ada', action: 'door', outcome: 'refused', subject: '/api/x' })
  await recordAudit({ actor: 'person:eve', action: 'door', outcome: 'refused', subject: '/api/x' })
  const page = await listAuditEntries(['S1'], { limit: 2 })
  expect(page.items.map(({ subject, name }) => `${subject} ${name}`)).toEqual(['/api/x Ada', 'thing 3 Ada'])
  const rest = await listAuditEntries(['S1'], { limit: 2, cursor: page.nextCursor ?? '' })
  expect(rest).toMatchObject({ items: [{ subject: 'thing 2' }, { subject: 'thing 1' }], nextCursor: null })
  const found = async (filter: object) =>
    (await listAuditEntries('all', { limit: 10, ...filter })).items.map(({ subject }) => subject)
  expect(await found({ actor: 'person:eve' })).toEqual(['/api/x'])
  expect(await found({ action: 'test', subject: 'THING 2' })).toEqual(['thing 2'])
  expect(await found({ outcome: 'refused' })).toHaveLength(2)
  expect(await found({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
})
