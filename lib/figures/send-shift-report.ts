import { createHash } from 'node:crypto'
import { sendMail } from '@/lib/messages/send-mail'
import { db } from '@/lib/platform/db'
import { reportFactsSchema } from './report-schema'
import { reportFileName } from './rules/report-file-name'
import { reportLetter } from './rules/report-letter'

/** Readers that a report is still owed to. */
export async function listReportReaders(reportId: string): Promise<string[]> {
  const owed = await db.shiftReportMail.findMany({
    where: { reportId, state: 'sending' },
    orderBy: { toAddress: 'asc' },
  })
  return owed.map(({ toAddress }) => toAddress)
}

/**
 * Mails a report with its PDF to one reader. Idempotent by its row: sent or refused, it is left alone. The Message-ID is made of
 * report and reader, so that a mail sent again by a process that died before our note is the same mail.
 * @throws Error when the mail server does not take it now
 */
export async function sendShiftReport(
  reportId: string,
  toAddress: string,
): Promise<{ outcome: 'sent' | 'settled-before' } | { outcome: 'refused'; reason: string }> {
  const where = { reportId_toAddress: { reportId, toAddress } }
  const mail = await db.shiftReportMail.findUnique({ where, include: { report: true } })
  if (mail?.state !== 'sending') return { outcome: 'settled-before' }
  const facts = reportFactsSchema.parse(mail.report.facts)
  const reader = createHash('sha256').update(toAddress).digest('hex').slice(0, 16)
  const content = Buffer.from(mail.report.pdf)
  const attempts = { increment: 1 }
  try {
    const said = await sendMail({
      messageId: `<shift-report.${reportId}.${reader}@stowline.example>`,
      to: toAddress,
      ...reportLetter(facts, houseUrl()),
      attachments: [{ filename: reportFileName(facts), contentType: 'application/pdf', content }],
    })
    const refused = said.outcome === 'refused'
    const standing = refused
      ? ({ state: 'refused', lastError: said.reason } as const)
      : ({ state: 'sent', sentAt: new Date(), lastError: null } as const)
    await db.shiftReportMail.update({ where, data: { ...standing, attempts } })
    return refused ? said : { outcome: 'sent' }
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    await db.shiftReportMail.update({ where, data: { lastError, attempts } })
    throw error
  }
}

const houseUrl = (): string => process.env.STOWLINE_URL || `http://localhost:${process.env.PORT || '3000'}`
