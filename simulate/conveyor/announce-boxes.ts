import { insist } from '../client/insist'
import type { Client } from '../client/open-client'
import type { Box } from './make-boxes'

const MOST_AT_ONCE = 1_000

/**
 * Tells the house which boxes will come and where they must go.
 * @throws Error when it does not take them
 */
export async function announceBoxes(client: Client, site: string, boxes: Box[]): Promise<void> {
  for (let at = 0; at < boxes.length; at += MOST_AT_ONCE) {
    const body = { site, boxes: boxes.slice(at, at + MOST_AT_ONCE) }
    const answer = await insist(() => client.POST('/api/conveyor/boxes', { body }))
    if (!answer?.response.ok)
      throw new Error(`boxes cannot be announced: the house answers ${answer?.response.status ?? 'nothing'}`)
  }
}
