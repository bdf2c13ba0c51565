import { FetchProblem } from '@/components/live/fetch-json'
import type { Outbox } from '@/components/outbox/outbox'
import { withTour } from '@/components/outbox/outbox-record'
import { nextTour } from './tour-doors'

/** What is asked of the server by hand: it is on its way, there is nothing, or why it failed. */
export type Asked = 'no' | 'asking' | 'no-work' | { problem: string }

/** Asks for a tour and keeps it on the phone. @param asked the answer that is on its way already */
export async function askNextTour(
  { store }: Outbox,
  site: string,
  asked?: Promise<Response>,
): Promise<Asked> {
  try {
    const tour = await nextTour(site, asked)
    if (tour) await store.change((now) => withTour(now, tour))
    return tour ? 'no' : 'no-work'
  } catch (error) {
    if (error instanceof FetchProblem) return { problem: error.message }
    console.error(error)
    return { problem: 'Reload this page.' }
  }
}
