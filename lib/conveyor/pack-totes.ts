import { openShipment } from '@/lib/orders/open-shipment'
import { isInHouse } from '@/lib/orders/rules/order-transitions'
import { orderRequestSchema } from '@/lib/orders/schema'
import { db } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { announceBoxes } from './announce-boxes'
import { expectScannedTotes } from './expect-scanned-totes'
import type { Parcel, ParcelRequest } from './parcel-schema'
import { readPackedParcel } from './read-packed-parcel'
import { readTopology } from './read-topology'
import { carriersOf, chooseCarrier, lanesOf } from './rules/choose-carrier'
import { judgePacking, type ScannedTote } from './rules/judge-packing'
import { nextDeparture } from './rules/next-departure'
import { normaliseLabel } from './rules/normalise-label'
import { sscc } from './rules/sscc'

export type Packing =
  | { outcome: 'packed' | 'packed-before'; parcel: Parcel }
  | { outcome: 'another-operation'; barcode: string }
  | { outcome: 'refused'; says: string }

type Write = Prisma.TransactionClient
type Act = { request: ParcelRequest; by: string; now: Date }
const refused = (says: string): Packing => ({ outcome: 'refused', says })

/**
 * Makes one parcel of an order's totes: an SSCC of the site, a carrier, the trailer it is promised to, and a box that
 * scanners know. Said again, by the operation or by the totes, it is the same parcel: the totes are locked while it is
 * looked for and made, and an operation has one parcel.
 */
export async function packTotes(request: ParcelRequest, by: string, now: Date): Promise<Packing> {
  const totes = [...new Set(request.totes.map(normaliseLabel))].sort()
  const act = { request: { ...request, totes }, by, now }
  const first = await attempt(act)
  if (first.outcome !== 'refused') return first
  // A tote that nobody knew may be known by now: by what is told here, or by the night shift at the same moment.
  await expectScannedTotes(request.site, totes)
  return attempt(act)
}

async function attempt(act: Act): Promise<Packing> {
  const { site, totes } = act.request
  try {
    const packing = await db.$transaction((write) => pack(write, act))
    if (packing.outcome === 'packed') announceBoxes(site, [...totes, packing.parcel.parcel])
    if (packing.outcome === 'packed' || packing.outcome === 'packed-before')
      await noteShipment(packing.parcel.parcel, act.now)
    return packing
  } catch (error) {
    // Another screen's words for the same operation came first: now its parcel is there.
    if ((error as { code?: string }).code !== TAKEN) throw error
    return attempt(act)
  }
}

/** Said again after a death between both commits, it is noted then; handed over, at the latest. */
async function noteShipment(barcode: string, now: Date): Promise<void> {
  const packed = await readPackedParcel(barcode)
  if (packed) await openShipment(packed, now)
}

const shipToSchema = orderRequestSchema.shape.shipTo.pick({ country: true, postalCode: true })
/** Prisma's name of a unique violation. */
const TAKEN = 'P2002'

async function pack(write: Write, act: Act): Promise<Packing> {
  const { site, operationId, totes: asked } = act.request
  const totes = await write.$queryRaw<ScannedTote[]>`
    SELECT barcode, kind::text, order_number AS "orderNumber" FROM conveyor_box
     WHERE site_id = ${site} AND barcode = ANY (${asked}) ORDER BY barcode FOR UPDATE`
  const orders = totes.flatMap(({ orderNumber }) => orderNumber ?? [])
  const parcels = await write.parcel.findMany({
    where: {
      siteId: site,
      OR: [{ orderNumber: { in: orders } }, ...(operationId === undefined ? [] : [{ operationId }])],
    },
  })
  const verdict = judgePacking(asked, operationId, totes, parcels)
  if (verdict.outcome === 'refused' || verdict.outcome === 'another-operation') return verdict
  if (verdict.outcome === 'pack') return make(write, act, verdict.orderNumber)
  const before = parcels.find(({ barcode }) => barcode === verdict.barcode)
  if (!before) throw new Error(`parcel ${verdict.barcode} is gone`)
  return { outcome: 'packed-before', parcel: answerOf(before) }
}

async function make(write: Write, { request, by, now }: Act, orderNumber: string): Promise<Packing> {
  const { site: siteId, totes, operationId, carrier: asked } = request
  const order = await write.order.findUnique({
    where: { number: orderNumber },
    select: { siteId: true, status: true, shipTo: true },
  })
  const site = await write.site.findUniqueOrThrow({ where: { id: siteId } })
  const drawing = await readTopology(siteId, write)
  if (order?.siteId !== siteId) return refused(`Nobody here knows order ${orderNumber}.`)
  if (!isInHouse(order.status))
    return refused(`Order ${orderNumber} is ${order.status}. Send its totes to the exceptions.`)
  if (site.gln === null)
    return refused(`${siteId} has no GLN yet, so its parcels have no numbers. Tell your manager.`)
  const carriers = drawing === null ? [] : carriersOf(drawing.topology)
  const carrier = asked ?? chooseCarrier(shipToSchema.parse(order.shipTo), carriers)
  if (drawing === null || carrier === null || !carriers.includes(carrier))
    return refused(`No lane here serves ${carrier ?? 'a carrier'}.`)
  const departures = lanesOf(drawing.topology, carrier).flatMap((lane) => lane.departures ?? [])
  const promisedAt = nextDeparture(departures, site.timeZone, now)
  const [next] = await write.$queryRaw<
    { number: bigint }[]
  >`SELECT nextval(pg_get_serial_sequence('parcel', 'number')) AS number`
  if (!next) throw new Error('the sequence of parcels gave nothing')
  const barcode = sscc(site.gln, site.glnPrefixDigits, next.number)
  const told = { siteId, barcode, orderNumber, promisedAt }
  const parcel = await write.parcel.create({
    data: { ...told, ...next, totes, carrier, operationId, packedBy: by, packedAt: now },
  })
  await write.conveyorBox.create({ data: { ...told, kind: 'parcel', destination: carrier } })
  // What was emptied is there, whether or not the belt has told.
  await write.$executeRaw`UPDATE conveyor_box SET state = 'arrived', changed_at = now()
    WHERE site_id = ${siteId} AND barcode = ANY (${totes}) AND state IN ('expected', 'lost')`
  return { outcome: 'packed', parcel: answerOf(parcel) }
}

const answerOf = (row: {
  barcode: string
  orderNumber: string
  carrier: string
  promisedAt: Date | null
}): Parcel => ({
  parcel: row.barcode,
  orderNumber: row.orderNumber,
  carrier: row.carrier,
  promisedAt: row.promisedAt?.toISOString() ?? null,
})
