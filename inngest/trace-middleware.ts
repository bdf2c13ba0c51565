import { Middleware } from 'inngest'
import { inSpan, SpanKind } from '@/lib/platform/telemetry'

/** Carries the trace of what began a run through the run and its steps. */
export class TraceMiddleware extends Middleware.BaseMiddleware {
  readonly id = 'trace'

  override wrapRequest({
    fn,
    requestInfo,
    runId,
    next,
  }: Middleware.WrapRequestArgs): Promise<Middleware.Response> {
    if (fn === null) return next()
    const attributes = { 'messaging.system': 'inngest', 'inngest.function': fn.id(), 'inngest.run': runId }
    const parent = requestInfo.headers.traceparent
    return inSpan(`run ${fn.id()}`, { kind: SpanKind.CONSUMER, parent, attributes }, next)
  }

  override wrapStepHandler({ stepInfo, next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    return inSpan(`step ${stepInfo.options.id}`, {}, next)
  }
}
