import { describe, expect, it } from 'vitest'
import { stockEventsOf, stockEventsUndoing } from './stock-events-of'

const SITE = 'https://id.gs1.org/414/4012345000115'
const BIN = `${SITE}/254/A01-1-A1`
const places = new Map([
  [SITE, { site: 'S1', bin: null }],
  [BIN, { site: 'S1', bin: 'A01-1-A1' }],
])
const MILK = '4012345111118'
const products = new Set([MILK])
const at = (uri: string) => ({ readPoint: { id: uri } })
const base = {
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:30:00+01:00',
  eventTimeZoneOffset: '+01:00',
  action: 'OBSERVE' as const,
  epcList: ['urn:epc:id:sgtin:4012345.011111.1', 'https://x.example/01/04012345111118/10/L1/21/2'],
  quantityList: [
    { epcClass: 'urn:epc:class:lgtin:4012345.011111.L1', quantity: 5 },
    { epcClass: 'https://id.gs1.org/01/04012345111118', quantity: 2 },
  ],
}
const stock = (event: object) => stockEventsOf({ ...base, ...event }, places, products)
const data = (event: object) => stock(event).map((one) => one.data)

describe('what an event says of stock', () => {
  it('counts serials one each, by product and lot', () => {
    expect(data({ bizStep: 'receiving', ...at('urn:epc:id:sgln:4012345.00011.0') })).toEqual([
      { site: 'S1', gtin: MILK, quantity: 3, observedAt: base.eventTime },
      { site: 'S1', gtin: MILK, lot: 'L1', quantity: 6, observedAt: base.eventTime },
    ])
  })

  it.each([
    ['receiving', 'received'],
    ['accepting', 'received'],
    ['storing', 'stowed'],
    ['stocking', 'stowed'],
    ['picking', 'picked'],
    ['cycle_counting', 'counted'],
    ['stock_taking', 'counted'],
    ['retail_selling', 'sold'],
    ['destroying', 'wasted'],
    ['https://ref.gs1.org/cbv/BizStep-picking', 'picked'],
  ])('at %s is that units were %s', (bizStep, kind) => {
    const said = stock({ bizStep, ...at(BIN) })
    expect(said.map(({ type }) => type)).toEqual(Array(2).fill(`stowline.inventory.${kind}.v1`))
    expect(said[0]?.data).toMatchObject({ site: 'S1', bin: 'A01-1-A1' })
  })

  it('takes what a customer brings back as returned', () => {
    expect(stock({ bizStep: 'receiving', disposition: 'returned', ...at(BIN) })[0]?.type).toMatch(
      '.returned.',
    )
  })

  it.each<[string, object]>([
    ['of another kind', { type: 'AggregationEvent', bizStep: 'receiving', ...at(BIN) }],
    ['of a step that moves no stock', { bizStep: 'shipping', ...at(BIN) }],
    ['of no step', at(BIN)],
    ['at a place of somebody else', { bizStep: 'receiving', ...at('urn:epc:id:sgln:0614141.00777.0') }],
    ['that stows at no bin', { bizStep: 'storing', ...at(SITE) }],
    ['that counts at no bin', { bizStep: 'cycle_counting', ...at(SITE) }],
  ])('an event %s says nothing', (_, event) => {
    expect(stock(event)).toEqual([])
  })

  it.each([
    { epcClass: 'urn:epc:class:lgtin:4012345.011111.L1', quantity: 5, uom: 'KGM' },
    { epcClass: 'urn:epc:class:lgtin:4012345.011111.L1', quantity: 0.5 },
    { epcClass: 'urn:epc:class:lgtin:4012345.011111.L1' },
    { epcClass: 'urn:epc:class:lgtin:4012345.011111.L1', quantity: 0 },
    { epcClass: 'urn:epc:class:lgtin:4012345.099999.L1', quantity: 5 },
  ])('$epcClass $quantity $uom is no unit that we have', (one) => {
    expect(stock({ bizStep: 'receiving', ...at(BIN), epcList: [], quantityList: [one] })).toEqual([])
  })
})

it('is taken back by a declaration that it was an error, but for counts', () => {
  const undone = (bizStep: string) => {
    const told = stock({ bizStep, ...at(BIN), epcList: [], quantityList: base.quantityList.slice(1) })
    return stockEventsUndoing(told).map((one) => [one.type.split('.')[2], one.data.change ?? one.data.toBin])
  }
  expect(undone('receiving')).toEqual([['adjusted', -2]])
  expect(undone('picking')).toEqual([['adjusted', 2]])
  expect(undone('storing')).toEqual([['moved', 'DOCK']])
  expect(undone('cycle_counting')).toEqual([])
})
