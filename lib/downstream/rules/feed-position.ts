/** A place in the feed: the transaction, 0 for the outbox or 1 for the ledger, and the row; all that follows is newer. */
export type FeedPosition = { xid: bigint; kind: number; rowId: bigint }

export const BEGINNING: FeedPosition = { xid: 0n, kind: 0, rowId: 0n }

/** Every digit a bigint can have, so that text sorts as the numbers do. */
const DIGITS = 19
const CURSOR = /^(\d{1,19})\.([01])\.(\d{1,19})$/

/** CloudEvents `sequence`: of two events the later one has the greater text. */
export const sequenceOf = ({ xid, kind, rowId }: FeedPosition): string =>
  `${String(xid).padStart(DIGITS, '0')}.${kind}.${String(rowId).padStart(DIGITS, '0')}`

/** What a client keeps; it says nothing to them. */
export const cursorOf = ({ xid, kind, rowId }: FeedPosition): string =>
  btoa(`${xid}.${kind}.${rowId}`).replaceAll('=', '')

/** The place that a cursor of ours stands for; null when it is none. */
export function positionOf(cursor: string): FeedPosition | null {
  if (!/^[A-Za-z0-9+/]{1,80}$/.test(cursor)) return null
  const [, xid, kind, rowId] = CURSOR.exec(decoded(cursor)) ?? []
  if (xid === undefined || kind === undefined || rowId === undefined) return null
  const position = { xid: BigInt(xid), kind: Number(kind), rowId: BigInt(rowId) }
  return [position.xid, position.rowId].every((part) => BigInt.asIntN(64, part) === part) ? position : null
}

function decoded(cursor: string): string {
  try {
    return atob(cursor)
  } catch {
    return ''
  }
}
