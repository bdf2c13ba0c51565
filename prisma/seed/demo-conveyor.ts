import { CONVEYOR_FORMAT, type Lane, type Topology } from '@/lib/conveyor/topology-schema'

type Place = Pick<Lane, 'id' | 'name' | 'atMetres' | 'serves'> & Partial<Lane>
const lane = (place: Place): Lane => ({ lengthMetres: 6, capacity: 30, ...place })

/**
 * The demo's belts: totes from the pickers to three packing stations on a straight line, parcels to their carriers on a
 * loop. It is 1.2 m from each scanner to the first divert behind it, so answers have 540 ms at 2.0 m/s, 432 ms at 2.5 m/s.
 */
export const DEMO_CONVEYOR: Topology = {
  format: CONVEYOR_FORMAT,
  sorters: [
    {
      ...{ id: 'SORT-1', name: 'Totes to packing', speedMetresPerSecond: 2, lengthMetres: 24 },
      exceptionLane: 'L4',
      scanners: [{ id: 'S1', atMetres: 4 }],
      lanes: [
        lane({ id: 'L1', name: 'PACK-1', atMetres: 5.2, serves: ['pack'] }),
        lane({ id: 'L2', name: 'PACK-2', atMetres: 10, serves: ['pack'] }),
        lane({ id: 'L3', name: 'PACK-3', atMetres: 15, serves: ['pack'] }),
        lane({ id: 'L4', name: 'Totes to look at', atMetres: 24, serves: [] }),
      ],
    },
    {
      ...{ id: 'SORT-2', name: 'Parcels to carriers', speedMetresPerSecond: 2.5, lengthMetres: 80 },
      loop: { capacity: 60, mostLaps: 3 },
      exceptionLane: 'L12',
      scanners: [
        { id: 'S2', atMetres: 5 },
        { id: 'S3', atMetres: 42 },
      ],
      lanes: [
        lane({ ...dhl('L5', 'DHL north dock'), atMetres: 6.2 }),
        lane({ ...dhl('L6', 'DHL south dock'), atMetres: 14 }),
        lane({
          ...{ id: 'L7', name: 'UPS', atMetres: 22, serves: ['UPS'] },
          departures: ['10:30', '14:30', '18:30', '22:30'],
        }),
        lane({
          ...{ id: 'L8', name: 'FedEx', atMetres: 30, serves: ['FedEx'] },
          departures: ['11:00', '16:00', '20:00', '23:30'],
        }),
        lane({ id: 'L9', name: 'USPS', atMetres: 43.2, serves: ['USPS'] }),
        lane({ id: 'L10', name: 'OnTrac', atMetres: 51, serves: ['OnTrac'] }),
        lane({ id: 'L11', name: 'Store van', atMetres: 59, serves: ['Store van'], mostPerMinute: 60 }),
        lane({ id: 'L12', name: 'Parcels to look at', atMetres: 70, serves: [], capacity: 40 }),
      ],
    },
  ],
}

function dhl(id: string, name: string) {
  return { id, name, serves: ['DHL'], departures: ['09:00', '13:00', '17:00', '21:00'] }
}
