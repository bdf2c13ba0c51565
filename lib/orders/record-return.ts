import { readOwnEvent } from '@/lib/inventory/read-own-event'
import { recordEvents } from '@/lib/inventory/record-events'
import { statement } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'

type Owed = {
  site: string
  sku: string
  quantity: number
  bin: string | null
  at: Date
  reason: string
  lineNumber: number
}

/**
 * Tells the ledger of goods that came back, as `returned` events named after order, operation and line: told again after a
 * death they are duplicates. While the ledger is full they stay owed.
 * @returns whether the ledger knows
 */
export async function recordReturn(
  orderNumber: string,
  operationId: string,
  now: Date,
): Promise<{ isTold: boolean }> {
  const owed = await statement<Owed>('owed-return', OWED, [orderNumber, operationId])
  const [first] = owed
  if (!first) return { isTold: true }
  const facts = owed.map(({ at, bin, lineNumber, ...line }) =>
    readOwnEvent(
      {
        ...{ source: 'stowline/returns', id: `${orderNumber}/${operationId}/${lineNumber}` },
        ...{ type: 'stowline.inventory.returned.v1', subject: line.sku },
        data: { ...line, ...(bin === null ? {} : { bin }), observedAt: at.toISOString() },
      },
      now,
    ),
  )
  const recording = await recordEvents(facts, [], { siteIds: [first.site] })
  if ('outcome' in recording) return { isTold: false }
  for (const { id, reason } of recording.rejected)
    logger.error({ id, reason }, 'the ledger did not take a return; it lies in the dead letters')
  await statement(
    'close-owed-return',
    'UPDATE order_return SET is_owed = false WHERE order_number = $1 AND operation_id = $2',
    [orderNumber, operationId],
  )
  return { isTold: true }
}

/** The event's reason is 200 characters at most. */
const OWED = `
SELECT o.site_id AS site, line.sku, back.quantity, back.bin, given.at, left(given.reason, 200) AS reason, back.line_number AS "lineNumber"
  FROM order_return given JOIN orders o ON o.number = given.order_number
  JOIN order_return_line back ON back.order_number = given.order_number AND back.operation_id = given.operation_id
  JOIN order_line line ON line.order_number = given.order_number AND line.line_number = back.line_number
 WHERE given.order_number = $1 AND given.operation_id = $2 AND given.is_owed ORDER BY back.line_number`
