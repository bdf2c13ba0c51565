/** The `webhook-id` of an event: the same at every attempt and in every replay, so that a receiver takes it once. */
export const webhookIdOf = ({
  id,
  kind,
  rowId,
}: {
  id: bigint | string
  kind: number
  rowId: bigint | string
}): string => (kind === 2 ? `msg_2_${id}` : `msg_${kind}_${rowId}`)
