import { Cron } from 'croner'
import type { InngestFunction } from 'inngest'
import { introduceFunctions } from '@/lib/queue-health/introduce-functions'
import { functions } from './registry'
import { STEP_FUNCTIONS } from './step-functions'

/** Tells queue health which functions there are, which step each carries out and how often its schedule fires. */
export async function introduce(): Promise<void> {
  await introduceFunctions(
    functions.map((fn: InngestFunction.Any) => ({
      id: fn.id(),
      step: STEP_FUNCTIONS[fn.id()] ?? null,
      everySeconds: everySeconds(fn),
    })),
  )
}

// The longest pause between two of the next firings, so that a schedule of working hours is not missed at night.
function everySeconds({ opts }: InngestFunction.Any): number | null {
  const triggers: readonly { cron?: string }[] = opts.triggers ?? []
  const cron = triggers.find((trigger) => trigger.cron !== undefined)?.cron
  if (cron === undefined) return null
  const firings = new Cron(cron.replace(/^TZ=\S+\s+/, '')).nextRuns(50).map((firing) => firing.getTime())
  const pauses = firings.slice(1).map((firing, index) => firing - (firings[index] ?? firing))
  return Math.round(Math.max(...pauses) / 1000)
}
