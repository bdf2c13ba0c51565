import { appendFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDatabaseAway } from '@/lib/platform/database-away'
import { logger } from '@/lib/platform/logger'
import { inSpan } from '@/lib/platform/telemetry'
import { type BeltFact, beltFactSchema } from './facts-schema'
import { recordFacts } from './record-facts'

const GROUP = 1_000

/**
 * Records a group of facts. What the database refuses is found by halves and set aside in `refused.jsonl` beside the
 * spools, so that one bad line never holds up the rest.
 * @throws what the driver threw, when the database is away: nothing is lost, ask again
 */
export async function recordGroup(facts: readonly BeltFact[], folder: string): Promise<void> {
  try {
    await inSpan('drain belt spool', { isRoot: true, attributes: { 'belt.facts': facts.length } }, () =>
      recordFacts(facts),
    )
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    if (facts.length <= 1) return refuse(facts, folder, error)
    const half = Math.ceil(facts.length / 2)
    await recordGroup(facts.slice(0, half), folder)
    await recordGroup(facts.slice(half), folder)
  }
}

function refuse(facts: readonly BeltFact[], folder: string, error: unknown): void {
  logger.error({ error, facts }, 'the database refused what a belt answered')
  for (const fact of facts) appendFileSync(join(folder, 'refused.jsonl'), `${JSON.stringify(fact)}\n`)
}

/**
 * Records all facts of a spool's file; recorded before, they change nothing. A last line that a death cut short was never
 * answered, and is left out.
 * @returns how many facts it had
 * @throws what the driver threw, when the database is away
 */
export async function recordSpool(path: string): Promise<number> {
  const facts = readFileSync(path, 'utf8').split('\n').flatMap(factOf)
  for (let at = 0; at < facts.length; at += GROUP)
    await recordGroup(facts.slice(at, at + GROUP), dirname(dirname(path)))
  return facts.length
}

function factOf(line: string): BeltFact[] {
  if (line === '') return []
  try {
    return [beltFactSchema.parse(JSON.parse(line))]
  } catch (error) {
    logger.warn({ error, line }, 'a line of a spool that is none')
    return []
  }
}
