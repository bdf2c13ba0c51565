import { describe, expect, it } from 'vitest'
import { EPCIS_EVENTS, epcisDocument } from '@/lib/testing/epcis-documents'
import { epcisEventSchema } from './events'
import { epcisDocumentSchema } from './schema'

const { object, aggregation, transaction, transformation, association, sensor } = EPCIS_EVENTS
const without = (event: object, ...keys: string[]) =>
  Object.fromEntries(Object.entries(event).filter(([key]) => !keys.includes(key)))

it.each(Object.entries(EPCIS_EVENTS))('takes an %s event as it was sent', (_, event) => {
  expect(epcisEventSchema.parse(event)).toEqual(event)
})

describe('an event', () => {
  it.each<[string, object]>([
    ['without its time', without(object, 'eventTime')],
    ['without its offset', without(object, 'eventTimeZoneOffset')],
    ['with a time without an offset', { ...object, eventTime: '2026-11-20T08:30:00' }],
    ['with an offset of 15 hours', { ...object, eventTimeZoneOffset: '+15:00' }],
    ['of no type', without(object, 'type')],
    ['of a type that nobody named', { ...object, type: 'QuantityEvent' }],
    ['of an action that is none', { ...object, action: 'UPDATE' }],
    ['without its action', without(object, 'action')],
    ['of nothing', without(object, 'epcList', 'quantityList')],
    ['that observes master data', { ...object, action: 'OBSERVE' }],
    ['with an EPC twice', { ...object, epcList: ['urn:a:1', 'urn:a:1'] }],
    ['with an EPC that is no URI', { ...object, epcList: ['4012345'] }],
    ['with a step that is no word of CBV', { ...object, bizStep: 'recieving' }],
    ['with a step by the old URI of CBV', { ...object, bizStep: 'urn:epcglobal:cbv:bizstep:receiving' }],
    ['with a disposition that is no word of CBV', { ...object, disposition: 'lost' }],
    ['with a read point without an id', { ...object, readPoint: {} }],
    ['with a quantity in words', { ...object, quantityList: [{ epcClass: 'urn:a:1', quantity: '3' }] }],
    ['with a unit in small letters', { ...object, quantityList: [{ epcClass: 'urn:a:1', uom: 'kgm' }] }],
    [
      'with more in a quantity than there is',
      { ...object, quantityList: [{ epcClass: 'urn:a:1', lot: '1' }] },
    ],
    ['with a field that is neither of the standard nor a URI', { ...object, note: 'hello' }],
    ['with a field of another kind', { ...object, parentID: 'urn:a:1' }],
    ['with a source without a type', { ...object, sourceList: [{ source: 'urn:a:1' }] }],
    ['with an empty persistent disposition', { ...object, persistentDisposition: {} }],
    [
      'with an error that was declared at no time',
      { ...object, errorDeclaration: { reason: 'incorrect_data' } },
    ],
    ['that aggregates nothing', without(aggregation, 'childEPCs', 'childQuantityList')],
    ['that associates with nothing', without(association, 'parentID')],
    ['of no transaction', { ...transaction, bizTransactionList: [] }],
    ['that adds nothing to a transaction', { ...transaction, action: 'ADD' }],
    ['that makes nothing', without(transformation, 'outputEPCList')],
    ['of a sensor nowhere', without(sensor, 'readPoint')],
    ['of a sensor without a report', { ...sensor, sensorElementList: [{ sensorMetadata: {} }] }],
  ])('%s is refused', (_, event) => {
    expect(epcisEventSchema.safeParse(event).success).toBe(false)
  })

  it('may make something later, under the id of the transformation', () => {
    const later = { ...without(transformation, 'outputEPCList'), transformationID: 'urn:a:1' }
    expect(epcisEventSchema.safeParse(later).success).toBe(true)
  })
})

describe('a document', () => {
  const document = epcisDocument(object)
  it('is taken, also as the answer to a query', () => {
    const results = { queryName: 'SimpleEventQuery', resultsBody: document.epcisBody }
    const answer = {
      '@context': document['@context'],
      type: 'EPCISQueryDocument',
      epcisBody: { queryResults: results },
    }
    expect(epcisDocumentSchema.safeParse(document).success).toBe(true)
    expect(epcisDocumentSchema.safeParse(answer).success).toBe(true)
  })

  it.each(['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'])(
    'without %s is refused',
    (key) => {
      expect(epcisDocumentSchema.safeParse(without(document, key)).success).toBe(false)
    },
  )
})
