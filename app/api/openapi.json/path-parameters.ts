/** What the names in addresses stand for, and what one looks like. */
const MEANINGS: Record<string, [description: string, example: string]> = {
  orderNumber: ['The number of an order, as placing it answered', '7KQ2-M9XP'],
  site: ['The id of a site', 'GROCERY-1'],
  sku: ['The SKU of an item', 'SKU-1'],
  code: ['The code of a bin or an aisle within its site', 'A01-03-2'],
  lane: ['The name of a lane in the drawing of the belts', 'L1'],
  barcode: ['What is printed on the label of the box', 'T-1001'],
  parcel: ['The SSCC of a parcel, 18 digits', '340123450000000017'],
  day: ["A day of the site's own calendar", '2026-11-21'],
  kind: ['Which of its kind: a step of an order, or a mail about it', 'confirmation-email'],
  name: ['The name of a queue', 'confirmation-email'],
  type: ['A type of event with its version', 'stowline.orders.placed.v1'],
  terms: ['eventTypes, epcs, bizSteps, bizLocations, readPoints or dispositions', 'bizSteps'],
  term: ['A term of the EPCIS vocabulary, or its URI', 'receiving'],
  queryName: ['The name that the client gave its query', 'arrivals'],
  token: ['What `nextPageToken` was', 'WzEyM10'],
  eventId: ['The id of an EPCIS event', 'ni:///sha-256;0f…?ver=CBV2.0'],
  address: ["Where an event lies: its source and id, base64url, as the ledger's lines name it", 'L3RpbGwvMQ'],
  decisionId: ['The id of a decision, as the scan was answered', '0197a1c2-4d5e-7f60-8a9b-0c1d2e3f4a5b'],
  messageId: ['The id of a mail', '<1@stowline>'],
  position: ['Which of its attachments, counted from 0', '0'],
}
const UUID = '0197a1c2-4d5e-7f60-8a9b-0c1d2e3f4a5b'

/** A parameter of a path as the document tells it; what has no meaning of its own here is a thing's id. */
export function pathParameter(name: string, path: string) {
  const before = path.slice(0, path.indexOf(`/{${name}}`))
  const noun = before.slice(before.lastIndexOf('/') + 1).replaceAll('-', ' ')
  const [description, example] = MEANINGS[name] ?? [`Which one of ${noun}: its id`, UUID]
  return { description, schema: { type: 'string', examples: [example] } }
}
