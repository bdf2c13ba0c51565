import { readOn } from '../client/insist'
import type { Client } from '../client/open-client'
import type { BeltCount } from './count-belt'

/** A figure of the house beside the machine's own. */
export type Figure = { name: string; ours: number; theirs: number }

/**
 * The figures that the house's screen shows of a time, beside the machine's own count.
 * @param foundMissing boxes that nobody told lost, and the house by now has
 * @returns nothing where the house has no such figures
 */
export async function compareFigures(
  client: Client,
  site: string,
  ours: BeltCount,
  { from, to, foundMissing }: { from: Date; to: Date; foundMissing: number },
): Promise<Figure[]> {
  const query = { site, from: from.toISOString(), to: to.toISOString(), step: 60 }
  const series = await readOn(() => client.GET('/api/conveyor/series', { params: { query } }))
  if (!series) return []
  const { total } = series
  const { actions, because, told } = ours
  return [
    { name: 'scans', ours: ours.scans - ours.unanswered, theirs: total.scans },
    { name: 'sent into lanes', ours: actions.divert ?? 0, theirs: total.diverted },
    { name: 'passed on', ours: actions.pass ?? 0, theirs: total.passed },
    { name: 'sent around', ours: actions.recirculate ?? 0, theirs: total.recirculated },
    { name: 'rejected', ours: actions.reject ?? 0, theirs: total.rejected },
    { name: 'no-reads', ours: ours.noReads, theirs: total.noReads },
    { name: 'too late', ours: because['too-late'] ?? 0, theirs: total.tooLate },
    { name: 'missed', ours: told.missed, theirs: total.missed },
    { name: 'lost', ours: told.lost + foundMissing, theirs: total.lost },
    { name: 'mis-sorts', ours: told.misSorts, theirs: total.misSorts },
  ]
}
