import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { runbookPath } from '@/lib/queue-health/rules/runbook-of'
import type { BeltTrouble, Topic } from '@/lib/queue-health/rules/wanted-alert'
import { backupLogQueue, backupsQueue } from '@/lib/queue-health/rules/wanted-backup-alerts'
import { paymentsQueue } from '@/lib/queue-health/rules/wanted-money-alerts'
import { queueCauseSchema } from '@/lib/queue-health/schema'
import { RUNBOOKS } from './runbooks'

// As records, so that a trouble that is added to the types does not compile without a line here.
const BELTS: Record<BeltTrouble, true> = {
  ...{ 'no-read': true, recirculation: true, 'too-late': true, 'lane-full': true, 'scanner-silent': true },
  ...{ missing: true, 'mis-sort': true, unconfirmed: true, 'no-owner': true },
}
const RECORDS: Record<Exclude<Topic, BeltTrouble | 'flow' | 'dead-letters'>, true> = {
  ...{ unrecorded: true, 'spool-room': true },
}
const RULES = z.object({
  groups: z.array(
    z.object({ rules: z.array(z.object({ annotations: z.object({ runbook_url: z.string() }).optional() })) }),
  ),
})

const nameOf = (path: string): string => path.split('/docs/runbooks/')[1] ?? ''

it('has a runbook for each alert that the house raises', () => {
  const causes = ['tampered', ...queueCauseSchema.options, ...Object.keys(BELTS), ...Object.keys(RECORDS)]
  const alerts = [
    ...causes.map((cause) => ({ queue: 'any', cause })),
    ...[paymentsQueue, backupsQueue, backupLogQueue].flatMap((queue) =>
      ['dependency-silent', 'dependency-refusing'].map((cause) => ({ queue, cause })),
    ),
  ]
  expect(alerts.map(runbookPath).filter((path) => !RUNBOOKS[nameOf(path)])).toEqual([])
})

it('has a runbook for each rule of Prometheus, and no runbook that nobody leads to', () => {
  const { groups } = RULES.parse(parse(readFileSync('deploy/prometheus/rules.yml', 'utf8')))
  const ruled = groups.flatMap(({ rules }) =>
    rules.flatMap(({ annotations }) => (annotations ? [nameOf(annotations.runbook_url)] : [])),
  )
  expect(ruled.filter((name) => !RUNBOOKS[name])).toEqual([])
  const raised = [...queueCauseSchema.options, ...Object.keys(BELTS), ...Object.keys(RECORDS)]
  const known = new Set([
    ...ruled,
    ...raised,
    'payments-late',
    'payments-refused',
    'tampered',
    'backup-log-behind',
  ])
  expect(Object.keys(RUNBOOKS).filter((name) => !known.has(name))).toEqual([])
})
