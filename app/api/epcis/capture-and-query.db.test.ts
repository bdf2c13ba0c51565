import { beforeEach, describe, expect, it } from 'vitest'
import { captureDocument } from '@/lib/epcis/capture-document'
import { db } from '@/lib/platform/db'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { EPCIS_EVENTS, epcisDocument } from '@/lib/testing/epcis-documents'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { GET as eventsOf } from './[terms]/[term]/events/route'
import { GET as listTerms } from './[terms]/route'
import { GET as showCapture } from './capture/[captureId]/route'
import { POST as capture, OPTIONS as discoverCapture, GET as listCaptures } from './capture/route'
import { GET as showEvent } from './events/[eventId]/route'
import { POST as captureOne, GET as find } from './events/route'

type Handler = typeof find
// biome-ignore lint/suspicious/noExplicitAny: documents of the standard, read as a client would.
type Answer = { status: number; headers: Headers; body: any }

const SITE = '4012345000115'
let key = ''

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({ MILK: [5] })
  await db.site.update({ where: { id: SHOP }, data: { gln: SITE } })
  await db.product.update({ where: { sku: 'MILK' }, data: { gtin: '4012345111118' } })
  ;({ key } = await createApiKey({ name: 'partner', scopes: ['events'], siteId: null }))
})

async function ask(handler: Handler, path: string, body?: unknown, headers = {}): Promise<Answer> {
  const request = new Request(`http://localhost/api/epcis${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/ld+json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const answer = await handler(request, { params: Promise.resolve({}) })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text && JSON.parse(text) }
}

async function captured(document: object, headers = {}) {
  const { status, headers: said, body } = await ask(capture, '/capture', document, headers)
  expect(status, JSON.stringify(body)).toBe(202)
  const id = said.get('location')?.split('/').at(-1) ?? ''
  await captureDocument(id)
  return (await ask(showCapture, `/capture/${id}`)).body
}
async function found(query: string | Record<string, string>) {
  const { body } = await ask(find, `/events?${new URLSearchParams(query)}`)
  return body.epcisBody.queryResults.resultsBody.eventList
}
const single = (event: object) => ({ '@context': epcisDocument()['@context'], ...event })
const { object, aggregation, transformation, sensor } = EPCIS_EVENTS

describe('a document of events', () => {
  it('is captured, every kind of event, and found again as it was sent', async () => {
    const events = Object.values(EPCIS_EVENTS)
    expect(await captured(epcisDocument(...events))).toMatchObject({
      running: false,
      success: true,
      errors: [],
    })
    const all = await found({})
    expect(all).toMatchObject(events)
    expect(all[0]).toMatchObject({
      eventID: expect.stringMatching(/^ni:\/\/\/sha-256;.*\?ver=CBV2\.0$/),
      '@context': expect.any(Array),
    })
  })

  it('captured twice, by two jobs or one, is there once', async () => {
    const document = epcisDocument(...Object.values(EPCIS_EVENTS))
    await captured(document)
    expect(await captured(document)).toMatchObject({ success: true, errors: [] })
    const [job] = await db.epcisCapture.findMany()
    expect(await captureDocument(job?.id ?? '')).toEqual({ outcome: 'finished' })
    expect(await db.epcisEvent.count()).toBe(7)
    expect((await ask(listCaptures, '/capture?perPage=1')).headers.get('link')).toContain('rel="next"')
  })

  it('with a broken event is refused by rollback, and captured without it by proceed', async () => {
    const broken = epcisDocument(object, { ...aggregation, action: 'UPDATE' })
    const refused = await ask(capture, '/capture', broken)
    expect(refused).toMatchObject({
      status: 400,
      body: {
        type: 'epcisException:ValidationException',
        errors: [{ pointer: '/epcisBody/eventList/1/action' }],
      },
    })
    expect(await db.epcisCapture.count()).toBe(0)
    const job = await captured(broken, { 'GS1-Capture-Error-Behaviour': 'proceed' })
    expect(job).toMatchObject({ running: false, success: false, captureErrorBehaviour: 'proceed' })
    expect(job.errors).toMatchObject([{ type: 'epcisException:ValidationException' }])
    expect(await found({})).toMatchObject([object])
  })

  it('that says something else under a known id is kept out by rollback, with all its events', async () => {
    await captured(epcisDocument({ ...sensor, eventID: 'urn:uuid:1' }))
    const job = await captured(epcisDocument(object, { ...sensor, eventID: 'urn:uuid:1', action: 'DELETE' }))
    expect(job).toMatchObject({ running: false, success: false })
    expect(job.errors).toMatchObject([{ type: 'epcisException:ResourceAlreadyExistsException' }])
    expect(await db.epcisEvent.count()).toBe(1)
  })

  it('that bears the hash of another one is told apart by what it says', async () => {
    const eventID = 'ni:///sha-256;00?ver=CBV2.0'
    await captured(epcisDocument({ ...object, eventID }))
    await captured(epcisDocument({ ...sensor, eventID }, { ...object, eventID }))
    expect(await found({ EQ_eventID: eventID })).toMatchObject([object, sensor])
  })

  it.each<[string, number, string, unknown, object]>([
    ['no JSON', 400, 'ValidationException', '{', {}],
    ['no document', 400, 'ValidationException', {}, {}],
    ['another type', 415, 'UnsupportedMediaTypeException', '<a/>', { 'content-type': 'application/xml' }],
    ['another answer', 406, 'NotAcceptableException', {}, { accept: 'application/xml' }],
    ['another version', 406, 'NotAcceptableException', {}, { 'GS1-EPCIS-Version': '1.2' }],
    [
      'another behaviour',
      400,
      'ValidationException',
      epcisDocument(),
      { 'GS1-Capture-Error-Behaviour': 'maybe' },
    ],
    ['no key', 401, 'SecurityException', {}, { authorization: '' }],
    [
      'too many events',
      413,
      'CaptureLimitExceededException',
      epcisDocument(...Array(1_001).fill(object)),
      {},
    ],
    ['too many bytes', 413, 'CaptureLimitExceededException', ' '.repeat(8_388_609), {}],
  ])('with %s is refused: %i %s', async (_, status, exception, body, headers) => {
    expect(await ask(capture, '/capture', body, headers)).toMatchObject({
      status,
      body: { type: `epcisException:${exception}`, title: expect.any(String), status },
    })
  })
})

describe('one event', () => {
  it('is captured at once, and known the second time, under its own id or none', async () => {
    const first = await ask(captureOne, '/events', single(object))
    expect(first.status).toBe(201)
    const location = first.headers.get('location') ?? ''
    const shown = await ask(showEvent, location.replace('/api/epcis', ''))
    expect(shown.body.epcisBody.queryResults.resultsBody.eventList).toMatchObject([object])
    const again = await ask(captureOne, '/events', single({ ...object, recordTime: object.eventTime }))
    expect(again).toMatchObject({
      status: 409,
      body: { type: 'epcisException:ResourceAlreadyExistsException' },
    })
    expect((await ask(showEvent, '/events/urn%3Auuid%3A9')).body.type).toBe(
      'epcisException:NoSuchNameException',
    )
  })
})

describe('a query', () => {
  beforeEach(async () => void (await captured(epcisDocument(...Object.values(EPCIS_EVENTS)))))

  it.each<[Record<string, string>, object[]]>([
    [{ eventType: 'AggregationEvent|TransformationEvent' }, [aggregation, transformation]],
    [{ MATCH_epc: 'https://id.gs1.org/01/04012345111118/21/A1' }, [object, aggregation]],
    [{ MATCH_epc: 'urn:epc:id:sgtin:4012345.011111.A2' }, [object]],
    [{ MATCH_epc: 'urn:epc:idpat:sgtin:4012345.011111.*', EQ_action: 'ADD' }, [object]],
    [{ MATCH_anyEPC: 'urn:epc:id:sgtin:4012345.055555.1' }, [transformation]],
    [{ MATCH_parentID: 'urn:epc:id:sscc:4012345.0000000333' }, [aggregation]],
    [{ MATCH_epcClass: 'https://me.example/01/04012345222227/10/L7' }, [object]],
    [{ EQ_bizStep: 'receiving|commissioning' }, [object, transformation]],
    [{ EQ_disposition: 'in_progress', EQ_persistentDisposition_set: 'completeness_inferred' }, [object]],
    [{ EQ_readPoint: 'urn:epc:id:sgln:4012345.00011.0' }, [object]],
    [{ EQ_bizLocation: 'urn:epc:id:sgln:4012345.00011.0' }, []],
    [{ WD_bizLocation: 'urn:epc:id:sgln:4012345.00011.0' }, [object]],
    [{ GT_quantity: '3.5', LT_quantity: '5' }, [aggregation]],
    [{ EQ_quantity: '12.50' }, [object]],
    [{ GE_eventTime: '2026-11-20T07:30:00.001Z' }, []],
    [{ EXISTS_errorDeclaration: 'true' }, []],
  ])('%j finds its events', async (query, events) => {
    expect(await found(query)).toMatchObject(events)
  })

  it('comes in pages, each event once, up to its limit', async () => {
    let path: string | undefined = '/events?perPage=3&orderBy=eventTime&eventCountLimit=6'
    const pages: number[] = []
    const ids = new Set<string>()
    while (path) {
      const { headers, body } = await ask(find, path)
      const list = body.epcisBody.queryResults.resultsBody.eventList
      pages.push(list.length)
      for (const { eventID } of list) ids.add(eventID)
      path = /<\/api\/epcis(.*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
      expect(headers.has('GS1-Next-Page-Token-Expires')).toBe(path !== undefined)
    }
    expect(pages).toEqual([3, 3])
    expect(ids.size).toBe(6)
  })

  it.each([
    ['EQ_colour=red', 400, 'QueryParameterException'],
    ['GE_eventTime=yesterday', 400, 'QueryParameterException'],
    ['orderBy=bizStep', 400, 'QueryParameterException'],
    ['nextPageToken=x', 400, 'QueryParameterException'],
    ['perPage=0', 400, 'ValidationException'],
    ['maxEventCount=2', 413, 'QueryTooLargeException'],
    [`EQ_eventID=${'x'.repeat(8_000)}`, 414, 'URITooLongException'],
  ])('%s is refused: %i %s', async (query, status, exception) => {
    const type = `epcisException:${exception}`
    expect(await ask(find, `/events?${query}`)).toMatchObject({ status, body: { type, status } })
  })

  it('starts from what there is: steps, places, EPCs', async () => {
    expect((await ask(listTerms, '/readPoints')).body).toMatchObject({
      type: 'Collection',
      member: ['geo:50.94,6.92', `https://id.gs1.org/414/${SITE}`],
    })
    const steps = (await ask(listTerms, '/bizSteps?perPage=100')).body.member
    expect(steps).toEqual(expect.arrayContaining(['receiving', 'https://shop.example/steps/wrapping']))
    const epc = encodeURIComponent('urn:epc:id:sgtin:4012345.011111.A1')
    const { body } = await ask(eventsOf, `/epcs/${epc}/events?EQ_action=OBSERVE`)
    expect(body.epcisBody.queryResults.resultsBody.eventList).toMatchObject([aggregation])
    expect((await ask(eventsOf, '/epcs/urn%3Ax%3A1/events')).status).toBe(404)
    expect((await ask(listTerms, '/queries')).status).toBe(404)
  })

  it('shows nobody what another captured, unless it is of their site', async () => {
    ;({ key } = await createApiKey({ name: 'other', scopes: ['read'], siteId: SHOP }))
    expect(await found({})).toMatchObject([object])
    ;({ key } = await createApiKey({ name: 'stranger', scopes: ['read'], siteId: SHOP }))
    await db.epcisEvent.updateMany({ data: { siteId: null } })
    expect(await found({})).toEqual([])
  })
})

it('tells its limits by OPTIONS', async () => {
  const { status, headers } = await ask(discoverCapture, '/capture')
  expect(status).toBe(204)
  expect(headers.get('allow')).toBe('OPTIONS, GET, POST')
  expect(headers.get('GS1-EPCIS-Capture-Limit')).toBe('1000')
  expect(headers.get('GS1-Capture-Error-Behaviour')).toBe('all')
})
