/** How Postgres knows who receives its log: commits wait for it where the house asks for that. */
export const RECEIVER = 'stowline_vault'
/** Bytes of a file of Postgres's log, as initdb makes them unless told otherwise. */
export const SEGMENT_BYTES = 16n * 1024n * 1024n
const FILES_OF_A_LOG = 0x1_0000_0000n / SEGMENT_BYTES

const hex = (number: bigint | number): string => number.toString(16).toUpperCase().padStart(8, '0')

/** A position in the log as Postgres writes it, such as `0/16B3748`, as a number of bytes. */
export function readPosition(text: string): bigint {
  const [high = '', low = ''] = text.split('/')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

/** The reverse of `readPosition`. */
export const writePosition = (position: bigint): string =>
  `${(position >> 32n).toString(16)}/${(position & 0xffffffffn).toString(16)}`.toUpperCase()

/** Where the file begins that a position lies in. */
export const segmentStart = (position: bigint): bigint => position - (position % SEGMENT_BYTES)

/** The name Postgres gives to the file of a timeline that a position lies in. */
export function segmentName(timeline: number, position: bigint): string {
  const number = position / SEGMENT_BYTES
  return `${hex(timeline)}${hex(number / FILES_OF_A_LOG)}${hex(number % FILES_OF_A_LOG)}`
}

/** What a file's name says: its timeline and where it begins; undefined for another kind of file. */
export function readSegmentName(name: string): { timeline: number; start: bigint } | undefined {
  if (!/^[0-9A-F]{24}$/.test(name)) return undefined
  const part = (at: number): bigint => BigInt(`0x${name.slice(at, at + 8)}`)
  return { timeline: Number(part(0)), start: (part(8) * FILES_OF_A_LOG + part(16)) * SEGMENT_BYTES }
}
