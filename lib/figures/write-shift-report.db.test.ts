import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openMailbox } from '@/lib/messages/open-mailbox'
import { findAttachment, readMailbox } from '@/lib/messages/queries'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { openSite, oweStep } from '@/lib/testing/owe-steps'
import { readPdfText } from '@/lib/testing/read-pdf-text'
import { findReportFile, listShiftReports } from './list-shift-reports'
import { findShiftAt, listUnreportedShifts } from './queries'
import { listReportReaders, sendShiftReport } from './send-shift-report'
import { setShiftPlan } from './set-shift-plan'
import { writeShiftReport } from './write-shift-report'

let mailbox: Awaited<ReturnType<typeof openMailbox>>
beforeAll(async () => {
  mailbox = await openMailbox({ port: 0 })
  process.env.SMTP_URL = mailbox.url
})
afterAll(() => mailbox.close())

/** 15:00 in Berlin: the early shift ended at 13:00 of our clock. */
const NOW = new Date('2026-11-20T14:00:00Z')
const EARLY = { from: new Date('2026-11-20T05:00:00Z'), to: new Date('2026-11-20T13:00:00Z') }
const early = { site: 'TEST-1', shift: 'Early', ...EARLY }

beforeEach(async () => {
  await emptyDatabase()
  await openSite('TEST-1')
  await db.site.update({ where: { id: 'TEST-1' }, data: { createdAt: new Date('2026-11-01T00:00:00Z') } })
})

async function placeOrders(count: number) {
  for (let at = 0; at < count; at += 1) {
    const number = `N${at}`
    await oweStep(number, { state: 'done' })
    const placedAt = new Date(EARLY.from.getTime() + at * 60_000)
    await db.order.update({ where: { number }, data: { placedAt, createdAt: placedAt } })
  }
}

it('writes a shift once, however often it runs', async () => {
  expect((await writeShiftReport(early, false, NOW)).outcome).toBe('written')
  expect(await writeShiftReport(early, false, NOW)).toEqual({ outcome: 'written-before' })
  expect(await db.shiftReport.count()).toBe(1)
  expect(await db.outboxEvent.count({ where: { name: 'figures/report.written' } })).toBe(1)
})

it('finds the shifts that ended and have no report, by the site’s own clock', async () => {
  const owed = await listUnreportedShifts(NOW)
  expect(owed.map(({ shift, to }) => [shift, to.toISOString()])).toEqual([
    ['Late', '2026-11-19T21:00:00.000Z'],
    ['Night', '2026-11-20T05:00:00.000Z'],
    ['Early', '2026-11-20T13:00:00.000Z'],
  ])
  for (const shift of owed) await writeShiftReport(shift, false, NOW)
  expect(await listUnreportedShifts(NOW)).toEqual([])
  expect(await findShiftAt('TEST-1', NOW)).toMatchObject({ shift: 'Late', from: EARLY.to })
})

it('goes by the shifts that the site has set', async () => {
  const shifts = [{ name: 'Day', from: '07:00', to: '15:30' }]
  await setShiftPlan('TEST-1', { shifts, recipients: [] }, NOW)
  expect(await findShiftAt('TEST-1', NOW)).toMatchObject({
    shift: 'Day',
    to: new Date('2026-11-20T14:30:00Z'),
  })
})

it('mails its PDF to each reader once, in the language of the site', async () => {
  await placeOrders(37)
  await db.site.update({ where: { id: 'TEST-1' }, data: { locale: 'de-DE', name: 'Köln Süd' } })
  const shifts = [{ name: 'Früh', from: '06:00', to: '14:00' }]
  const recipients = ['mara@example.com', 'leo@example.com']
  await setShiftPlan('TEST-1', { shifts, recipients }, NOW)
  const written = await writeShiftReport({ ...early, shift: 'Früh' }, false, NOW)
  const id = written.outcome === 'written' ? written.reportId : ''
  const readers = await listReportReaders(id)
  expect(readers).toEqual(['leo@example.com', 'mara@example.com'])
  for (const reader of readers) expect(await sendShiftReport(id, reader)).toEqual({ outcome: 'sent' })
  for (const reader of readers)
    expect(await sendShiftReport(id, reader)).toEqual({ outcome: 'settled-before' })
  expect(await listReportReaders(id)).toEqual([])
  const mails = await readMailbox()
  expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(readers)
  const [mail] = mails
  expect(mail?.subject).toContain('Schichtbericht Köln Süd: Früh')
  expect(mail?.text).toContain('Bestellungen: 37')
  const file = await findAttachment(mail?.messageId ?? '', 0)
  expect([file?.contentType, file?.name]).toEqual([
    'application/pdf',
    'shift-report-TEST-1-2026-11-20-fr-h.pdf',
  ])
  const pdf = Buffer.from(file?.content ?? [])
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(readPdfText(pdf)).toContain('Schichtbericht: Köln Süd')
  expect(readPdfText(pdf)).toMatch(/Bestellungen\s+37/)
})

it('is not mailed again to an address that is refused for ever', async () => {
  await setShiftPlan(
    'TEST-1',
    { shifts: [{ name: 'Day', from: '06:00', to: '14:00' }], recipients: ['no@bounces.example'] },
    NOW,
  )
  const written = await writeShiftReport(early, false, NOW)
  const id = written.outcome === 'written' ? written.reportId : ''
  expect(await sendShiftReport(id, 'no@bounces.example')).toMatchObject({ outcome: 'refused' })
  expect(await listReportReaders(id)).toEqual([])
})

it('is listed with its orders, its readers and its file', async () => {
  await placeOrders(3)
  await writeShiftReport(early, true, NOW)
  await writeShiftReport(early, true, NOW)
  const reports = await listShiftReports(['TEST-1'], 10)
  expect(reports.map(({ isOnDemand, orders, mails }) => ({ isOnDemand, orders, mails }))).toEqual([
    { isOnDemand: true, orders: 3, mails: [] },
    { isOnDemand: true, orders: 3, mails: [] },
  ])
  expect(await listShiftReports(['OTHER'], 10)).toEqual([])
  expect((await findReportFile(reports[0]?.id ?? ''))?.site).toBe('TEST-1')
})
