import { expect, it } from 'vitest'
import { statementSummary } from './statement-summary'

it.each([
  ['BEGIN', 'BEGIN'],
  ['SELECT 1', 'SELECT'],
  ['SELECT "public"."orders"."number" FROM "public"."orders" WHERE 1=1', 'SELECT orders'],
  [`INSERT INTO mail (to_address) VALUES ('ada@example.com')`, 'INSERT mail'],
  [`  update "order_step" SET state = 'done'`, 'UPDATE order_step'],
  ['SELECT extract(epoch FROM now() - beat_at) FROM heartbeat', 'SELECT heartbeat'],
  [`SELECT pg_notify('live', 'ada@example.com')`, 'SELECT'],
])('%s is told as %s', (text, summary) => {
  expect(statementSummary(text)).toBe(summary)
})
