import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { stockShop } from '@/lib/testing/open-shop'
import { captureEvent } from './capture-event'
import { epcisEventSchema } from './events'
import { forgetOldEpcisEvents } from './forget-old-epcis-events'

const now = new Date('2026-11-22T00:00:00Z')

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})

async function recorded(eventID: string, recordTime: Date, stockToldAt: Date | null) {
  const when = { eventTime: '2021-10-01T08:30:00Z', eventTimeZoneOffset: '+00:00' }
  const epcList = [`urn:epc:id:sgtin:4012345.011111.${eventID.slice(-1)}`]
  const said = { type: 'ObjectEvent', action: 'OBSERVE', eventID, epcList, ...when }
  await captureEvent(epcisEventSchema.parse(said), {
    ...{ clientId: 'key:partner', siteIds: 'all', traceparent: '' },
  })
  await db.epcisEvent.updateMany({ where: { eventId: eventID }, data: { recordTime, stockToldAt } })
}

it('forgets EPCIS events of more than five years, once; what the ledger has not heard of stays', async () => {
  const before = new Date('2021-10-21T00:00:00Z')
  await recorded('urn:uuid:1', before, before)
  await recorded('urn:uuid:2', new Date('2021-10-23T00:00:00Z'), before)
  await recorded('urn:uuid:3', before, null)
  expect([await forgetOldEpcisEvents(now), await forgetOldEpcisEvents(now)]).toEqual([
    { forgotten: 1 },
    { forgotten: 0 },
  ])
  const left = await db.epcisEvent.findMany({ orderBy: { eventId: 'asc' } })
  expect(left.map(({ eventId }) => eventId)).toEqual(['urn:uuid:2', 'urn:uuid:3'])
})
