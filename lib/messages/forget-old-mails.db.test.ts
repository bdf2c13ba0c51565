import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { forgetOldMails } from './forget-old-mails'

const now = new Date('2026-11-22T00:00:00Z')
const before = new Date('2025-10-21T00:00:00Z')
const since = new Date('2025-10-23T00:00:00Z')

beforeEach(() => emptyDatabase())

it('forgets mails that left thirteen months ago, once; one that is owed stays', async () => {
  const about = { kind: 'order-confirmation', toAddress: 'ada@example.com', subject: 'Your order' }
  await db.mail.createMany({
    data: [
      { ...about, id: 'old', orderNumber: 'OLD', state: 'sent', createdAt: before },
      { ...about, id: 'refused', orderNumber: 'REFUSED', state: 'refused', createdAt: before },
      { ...about, id: 'near', orderNumber: 'NEAR', state: 'sent', createdAt: since },
      { ...about, id: 'owed', orderNumber: 'OWED', state: 'sending', createdAt: before },
    ],
  })
  expect([await forgetOldMails(now), await forgetOldMails(now)]).toEqual([{ forgotten: 2 }, { forgotten: 0 }])
  const left = await db.mail.findMany({ orderBy: { orderNumber: 'asc' } })
  expect(left.map(({ orderNumber }) => orderNumber)).toEqual(['NEAR', 'OWED'])
})
