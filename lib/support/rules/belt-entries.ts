import type { TimelineEntry } from '../schema'

/** What the belt did for an order. */
export type BeltFacts = {
  scans: {
    barcode: string
    scanner: string
    scannedAt: string
    action: string
    lane: string | null
    because: string
    outcome: string | null
    actualLane: string | null
    confirmedAt: string | null
    exceptionLane: string | null
  }[]
  parcels: {
    barcode: string
    totes: string[]
    carrier: string
    promisedAt: string | null
    packedBy: string
    packedAt: string
  }[]
}
type Scan = BeltFacts['scans'][number]

/** An order's boxes on the belt and at the packing station: each scan, what became of the box, and each parcel. */
export const beltEntries = ({ scans, parcels }: BeltFacts): TimelineEntry[] => [
  ...scans.flatMap((scan) => [
    entry('scan', scan.scannedAt, `${scan.barcode} read at ${scan.scanner}: ${sentWords(scan)}`),
    ...(scan.confirmedAt === null ? [] : [entry('divert', scan.confirmedAt, becameWords(scan))]),
  ]),
  ...parcels.map(({ barcode, totes, carrier, packedBy, packedAt }) =>
    entry(
      'pack',
      packedAt,
      `${packerWords(packedBy)} packed ${totes.join(', ')} into parcel ${barcode} for ${carrier}`,
    ),
  ),
]

const entry = (kind: TimelineEntry['kind'], at: string, text: string): TimelineEntry => ({
  at: new Date(at).toISOString(),
  kind,
  text,
})

// A machine's name is that of its key, which tells nobody anything.
const packerWords = (packedBy: string): string => (packedBy.startsWith('key:') ? 'A machine' : packedBy)

const WHY: Record<string, string> = {
  'lane-full': 'its lane is full',
  'lane-closed': 'its lane is closed',
  'lane-busy': 'its lane takes no more this minute',
  'cancelled-order': 'its order is cancelled',
  'too-late': 'the answer would have been too late',
  'no-lane': 'no lane goes where it must go',
  'no-owner': 'nobody answered for the sorter',
  'multiple-labels': 'several labels were read',
  'unknown-barcode': 'nobody had announced it',
}

function sentWords({ action, lane, because }: Scan): string {
  const why = WHY[because] ?? because.replaceAll('-', ' ')
  switch (action) {
    case 'divert':
      return `sent to ${lane}`
    case 'pass':
      return 'goes straight on to another sorter'
    case 'recirculate':
      return `sent around again, because ${why}`
    default:
      return `sent to the exceptions, because ${why}`
  }
}

function becameWords({ barcode, action, lane, outcome, actualLane, exceptionLane }: Scan): string {
  if (outcome === 'lost') return `${barcode} is lost: it was not seen again`
  if (outcome === 'missed')
    return `${barcode} was not diverted${actualLane === null ? '' : `; it left by ${actualLane}`}`
  const meant = action === 'reject' ? exceptionLane : lane
  const instead = meant === null || actualLane === null || actualLane === meant ? '' : ` instead of ${meant}`
  return `${barcode} arrived in ${actualLane ?? 'its lane'}${instead}`
}
