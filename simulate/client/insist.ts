import { setTimeout as pause } from 'node:timers/promises'

const READ_AGAIN_MS = 500
const READ_PATIENCE_MS = 120_000
const TRIES = 20
const TRY_AGAIN_MS = 1_000

type Answered<Body> = { data?: Body; response: Response }

/** The same word again until the house has heard it: it counts once. */
export async function insist<Answer extends { response: Response }>(
  say: () => Promise<Answer>,
): Promise<Answer | undefined> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const answer = await say().catch(() => undefined)
    if (answer && answer.response.status < 500 && answer.response.status !== 429) return answer
    await pause(TRY_AGAIN_MS)
  }
  return undefined
}

/**
 * What is there; a house that is being started again is asked again for two minutes.
 * @returns undefined when there is nothing (404)
 * @throws Error when the house refuses or stays silent
 */
export async function readOn<Body>(ask: () => Promise<Answered<Body>>): Promise<Body | undefined> {
  const endMs = performance.now() + READ_PATIENCE_MS
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer?.response.ok) return answer.data
    const { status = 500, url = 'the house' } = answer?.response ?? {}
    if (status === 404) return undefined
    if (status < 500 && status !== 429) throw new Error(`${url} answers ${status}`)
    if (performance.now() > endMs) throw new Error(`${url} has not answered for two minutes`)
    await pause(READ_AGAIN_MS)
  }
}
