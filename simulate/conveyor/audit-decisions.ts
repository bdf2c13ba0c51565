import { readOn } from '../client/insist'
import { type Client, itemsOf, type Told } from '../client/open-client'
import type { Ask } from './ride'

const LOOK_MS = 500
const PATIENCE_MS = 60_000

type Kept = Told<'/api/conveyor/decisions'>['items'][number]

/** What the house has written down, beside what it said. */
export type Audit = {
  /** Answers of this run that are kept once, word by word. */
  kept: number
  missing: number
  /** Kept more than once: a scan with two decisions. */
  doubled: number
  /** Kept other than they were said. */
  different: number
  /** Outcomes kept other than they were told. */
  outcomesDifferent: number
  /** Decisions of others meanwhile. */
  others: number
  /** Of this run, lost by the house's own search: nobody had told it. */
  foundMissing: number
  /** Still not in the database when patience ended. */
  unrecorded: number
}

/** Waits until everything is written down, and compares every decision with what the machine heard and told. */
export async function auditDecisions(client: Client, site: string, asks: Ask[], from: Date): Promise<Audit> {
  const unrecorded = await untilRecorded(client, site)
  const heard = new Map(asks.flatMap((ask) => (ask.answer ? [[ask.answer.decisionId, ask] as const] : [])))
  const audit: Audit = {
    ...{ kept: 0, missing: 0, doubled: 0, different: 0, outcomesDifferent: 0, others: 0 },
    ...{ foundMissing: 0, unrecorded },
  }
  const ours = new Set(asks.map(({ scanner, seq }) => `${scanner} ${seq}`))
  const seen = new Set<string>()
  for await (const kept of listDecisions(client, site, from)) {
    const scan = `${kept.scanner} ${kept.seq}`
    if (!ours.has(scan)) audit.others++
    else if (seen.has(scan)) audit.doubled++
    else compare(audit, kept, heard.get(kept.decisionId))
    seen.add(scan)
  }
  audit.missing = [...heard.values()].filter(({ scanner, seq }) => !seen.has(`${scanner} ${seq}`)).length
  return audit
}

function compare(audit: Audit, kept: Kept, ask: Ask | undefined): void {
  // The answer to a number that nobody heard is the house's alone to know.
  if (!ask?.answer) return
  const { action, lane, because } = ask.answer
  if (kept.action !== action || kept.lane !== lane || kept.because !== because) audit.different++
  else audit.kept++
  if (!ask.verdict && kept.outcome === 'lost') audit.foundMissing++
  else if (
    kept.outcome !== (ask.verdict?.outcome ?? null) ||
    kept.actualLane !== (ask.verdict?.actualLane ?? null)
  )
    audit.outcomesDifferent++
}

/** Every decision since, newest first. */
const listDecisions = (client: Client, site: string, from: Date): AsyncGenerator<Kept> =>
  itemsOf((cursor) => {
    const query = { site, from: from.toISOString(), limit: 200, cursor }
    return client.GET('/api/conveyor/decisions', { params: { query } })
  })

async function untilRecorded(client: Client, site: string): Promise<number> {
  const endMs = performance.now() + PATIENCE_MS
  for (;;) {
    const conveyor = await readOn(() => client.GET('/api/conveyor', { params: { query: { site } } }))
    const unrecorded = conveyor?.unrecorded ?? 0
    if (unrecorded === 0 || performance.now() > endMs) return unrecorded
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}
