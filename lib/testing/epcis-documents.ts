const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { shop: 'https://shop.example/epcis/' },
]
const WHEN = { eventTime: '2026-11-20T08:30:00.000+01:00', eventTimeZoneOffset: '+01:00' }
const DOCK = { id: 'urn:epc:id:sgln:4012345.00011.0' }

/** One event of each kind that EPCIS 2.0 knows, with what the kinds may say. */
export const EPCIS_EVENTS = {
  object: {
    type: 'ObjectEvent',
    ...WHEN,
    action: 'ADD',
    bizStep: 'receiving',
    disposition: 'in_progress',
    persistentDisposition: { set: ['completeness_inferred'], unset: ['conformant'] },
    epcList: [
      'urn:epc:id:sgtin:4012345.011111.A1',
      'https://shop.example/item/01/04012345111118/21/A2?17=261231',
    ],
    quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.022222.L7', quantity: 12.5, uom: 'KGM' }],
    readPoint: DOCK,
    bizLocation: { id: 'urn:epc:id:sgln:4012345.00011.A01-1-A1', 'shop:level': '2' },
    bizTransactionList: [{ type: 'po', bizTransaction: 'urn:epcglobal:cbv:bt:4012345000115:77' }],
    sourceList: [{ type: 'owning_party', source: 'urn:epc:id:pgln:4012345.00000' }],
    destinationList: [{ type: 'location', destination: 'urn:epc:id:sgln:4012345.00011.0' }],
    ilmd: { 'shop:vintage': '2026' },
    'shop:note': { 'shop:by': ['Mia', 'Ben'] },
  },
  aggregation: {
    type: 'AggregationEvent',
    ...WHEN,
    action: 'OBSERVE',
    bizStep: 'https://shop.example/steps/wrapping',
    parentID: 'urn:epc:id:sscc:4012345.0000000333',
    childEPCs: ['urn:epc:id:sgtin:4012345.011111.A1'],
    childQuantityList: [{ epcClass: 'urn:epc:idpat:sgtin:4012345.044444.*', quantity: 4 }],
  },
  transaction: {
    type: 'TransactionEvent',
    ...WHEN,
    action: 'DELETE',
    bizTransactionList: [{ bizTransaction: 'https://shop.example/orders/9' }],
  },
  transformation: {
    type: 'TransformationEvent',
    ...WHEN,
    inputQuantityList: [{ epcClass: 'https://id.gs1.org/01/04012345111118/10/L1', quantity: 3 }],
    outputEPCList: ['urn:epc:id:sgtin:4012345.055555.1'],
    bizStep: 'commissioning',
  },
  association: {
    type: 'AssociationEvent',
    ...WHEN,
    action: 'ADD',
    parentID: 'urn:epc:id:grai:4012345.55555.7',
    childEPCs: ['urn:epc:id:giai:4012345.111'],
    certificationInfo: ['https://shop.example/certificates/1'],
  },
  sensor: {
    type: 'ObjectEvent',
    ...WHEN,
    action: 'OBSERVE',
    bizStep: 'sensor_reporting',
    readPoint: { id: 'geo:50.94,6.92' },
    sensorElementList: [
      {
        sensorMetadata: { time: '2026-11-20T08:29:00Z', deviceID: 'urn:epc:id:giai:4012345.111' },
        sensorReport: [
          { type: 'Temperature', value: 4.5, uom: 'CEL', component: 'x', 'shop:probe': 'left' },
          { type: 'gs1:SomeOtherThing', exception: 'ALARM_CONDITION', booleanValue: true },
        ],
      },
    ],
  },
  extended: { type: 'shop:StockTakeEvent', ...WHEN, 'shop:aisle': 'A01' },
}

/** A document of these events. */
export const epcisDocument = (...eventList: object[]) => ({
  '@context': CONTEXT,
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-20T09:00:00Z',
  epcisBody: { eventList },
})
