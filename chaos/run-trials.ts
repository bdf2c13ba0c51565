import { textOf } from '@/bench/tables'
import { beltWithoutDatabase } from './belt-without-database'
import { burst } from './burst'
import { clockJumps } from './clock-jumps'
import { databaseRestarted } from './database-restarted'
import { disasterAndRestore } from './disaster-and-restore'
import { engineStopped } from './engine-stopped'
import { quiet } from './hear-alerts'
import { killedUnderEvents } from './killed-under-events'
import { mailHangs } from './mail-hangs'
import { mailRefuses } from './mail-refuses'
import { type Ground, openGround } from './open-ground'
import { inSeconds, isGood, linesOf, type Outcome } from './outcome'
import { poisonEvent } from './poison-event'
import { rollingRestart } from './rolling-restart'
import { slowCallers } from './slow-callers'
import { sorterOwnerKilled } from './sorter-owner-killed'
import { workerKilled } from './worker-killed'

/** Every trial by its name on the command line, in the order in which they share one house. */
const TRIALS: Record<string, (ground: Ground, skus: string[]) => Promise<Outcome>> = {
  'mail-refuses': mailRefuses,
  'mail-hangs': mailHangs,
  'worker-killed': workerKilled,
  'engine-stopped': engineStopped,
  'clock-jumps': clockJumps,
  burst,
  'poison-event': poisonEvent,
  'slow-callers': slowCallers,
  'database-restarted': databaseRestarted,
  'killed-under-events': killedUnderEvents,
  'belt-without-database': beltWithoutDatabase,
  'sorter-owner-killed': sorterOwnerKilled,
  'rolling-restart': rollingRestart,
  'disaster-and-restore': disasterAndRestore,
}
const UNITS = 20

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in TRIALS))
if (unknown.length > 0) {
  process.stderr.write(`no such trial: ${unknown.join(', ')}; there are: ${Object.keys(TRIALS).join(', ')}\n`)
  process.exit(1)
}
const names = asked.length > 0 ? asked : Object.keys(TRIALS)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** A trial that breaks off has shown nothing, so it counts as failed; the house is put right for the next one. */
async function tried(name: string, ground: Ground, skus: string[]): Promise<Outcome | undefined> {
  say(`\n${name} …`)
  try {
    await quiet(ground)
    const outcome = await TRIALS[name]?.(ground, skus)
    for (const line of outcome ? linesOf(outcome) : []) say(`  ${line}`)
    return outcome
  } catch (error) {
    say(`  broke off: ${error instanceof Error ? error.message : String(error)}`)
    await ground.setFaults({ email: 'ok', engine: 'running' }).catch(() => {})
    return undefined
  }
}

say('Opening a house to break; this takes a minute.')
const ground = await openGround()
const outcomes = new Map<string, Outcome | undefined>()
try {
  const skus = await ground.shop.inStock(UNITS)
  for (const name of names) outcomes.set(name, await tried(name, ground, skus))
} finally {
  await ground.close()
}

const rows = [...outcomes].map(([name, outcome]) => {
  if (!outcome) return [name, '-', '-', '-', '-', '-', '-', 'BROKE OFF']
  const { sent, lost, doubled, noticed, doneSeconds, healedSeconds } = outcome
  const seen = noticed === null ? '-' : noticed === 'nobody' ? 'NOBODY' : inSeconds(noticed.seconds)
  const verdict = isGood(outcome) ? 'good' : 'BAD'
  return [name, sent, lost, doubled, seen, inSeconds(doneSeconds), inSeconds(healedSeconds), verdict]
})
const columns = ['trial', 'sent', 'lost', 'doubled', 'noticed', 'work done', 'alert over', '']
say(`\n${textOf({ title: 'Trials', columns, rows })}`)
process.exit([...outcomes.values()].every((outcome) => outcome && isGood(outcome)) ? 0 : 1)
