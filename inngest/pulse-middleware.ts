import { Middleware } from 'inngest'
import { recordPulse } from '@/lib/queue-health/record-pulse'

/** Tells queue health of every run, on the embedded engine and on a server of one's own alike. */
export class PulseMiddleware extends Middleware.BaseMiddleware {
  readonly id = 'pulse'

  override onRunStart({ fn }: Middleware.OnRunStartArgs): void {
    recordPulse(fn.id(), 'started')
  }

  override onRunComplete({ fn }: Middleware.OnRunCompleteArgs): void {
    recordPulse(fn.id(), 'succeeded')
  }

  override onStepError({ fn, error }: Middleware.OnStepErrorArgs): void {
    recordPulse(fn.id(), 'failed', error)
  }

  override onRunError({ fn, error }: Middleware.OnRunErrorArgs): void {
    recordPulse(fn.id(), 'failed', error)
  }
}
