import { statementSummary } from './rules/statement-summary'
import { inSpan, isTraced, SpanKind } from './telemetry'

type Query = (...args: unknown[]) => unknown
type Asked = string | { name?: string; text: string; submit?: unknown }

/**
 * Has every statement that is asked of a pool or a connection told as a span, by its name or its verb and table, never by its
 * values. What is asked with a callback is left alone: so pg-pool hands on a `pool.query`, which has its span already.
 */
export function traceStatements(target: { query: unknown }): void {
  const query = (target.query as Query).bind(target)
  const ask: Query = (...args) => {
    const asked = args[0] as Asked
    const isOurs = typeof args.at(-1) !== 'function' && (typeof asked === 'string' || !asked.submit)
    if (!isOurs || !isTraced()) return query(...args)
    const name =
      typeof asked === 'string' ? statementSummary(asked) : asked.name || statementSummary(asked.text)
    const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': name }
    return inSpan(name, { kind: SpanKind.CLIENT, attributes }, () => query(...args))
  }
  Object.assign(target, { query: ask })
}
