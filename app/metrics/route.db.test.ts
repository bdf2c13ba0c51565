import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { GET } from './route'
import '@/app/api/orders/placing-answer'
import '@/lib/conveyor/count-decision'
import '@/lib/inventory/record-events'
import '@/lib/messages/send-mail'
import '@/lib/platform/open-sockets'
import { pool } from '@/lib/platform/db'
import { hearMetrics } from '@/lib/platform/metrics'
import '@/lib/platform/visit'
import { emptyDatabase } from '@/lib/testing/database'

const scrape = async (headers: Record<string, string> = { 'x-client-address': '127.0.0.1' }) =>
  GET(new Request('http://house/metrics', { headers }))

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          for: z.string().regex(/^\d+[smh]$/),
          labels: z.object({ severity: z.enum(['warning', 'critical']) }),
          annotations: z.object({ summary: z.string(), runbook_url: z.string() }),
        }),
      ),
    }),
  ),
})
const dashboardSchema = z.object({
  panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })).default([]) })),
})

const METRIC = /\b(?:stowline|process|nodejs)_[a-z0-9_]+\b/g

beforeAll(async () => {
  await emptyDatabase()
  await pool.query(
    `INSERT INTO heartbeat (name, started_at, beat_at) VALUES ('watcher', now(), now() - interval '7 seconds')`,
  )
  await pool.query(
    `INSERT INTO backup_record (kind, started_at, finished_at, bytes, location)
     VALUES ('base', now(), now() - interval '1 hour', 5, 'somewhere')`,
  )
  await pool.query(
    `INSERT INTO process_beat (id, kind, host, pid, version, started_at, beat_at, figures)
     VALUES (gen_random_uuid(), 'night-shift', 'h', 1, '1.0', now(), now(), '{}')`,
  )
})

it('knows every metric that a rule or a panel asks for', async () => {
  const text = await (await scrape()).text()
  const named = new Set(
    [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) => {
      if (type === 'counter') return [`${name}_total`]
      if (type === 'histogram') return ['_bucket', '_sum', '_count'].map((part) => name + part)
      return [name]
    }),
  )
  const { groups } = rulesSchema.parse(parse(readFileSync('deploy/prometheus/rules.yml', 'utf8')))
  const { panels } = dashboardSchema.parse(JSON.parse(readFileSync('deploy/grafana/stowline.json', 'utf8')))
  const asked = [
    ...groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ].flatMap((expr) => expr.match(METRIC) ?? [])
  expect(asked.length).toBeGreaterThan(60)
  expect([...new Set(asked)].filter((name) => !named.has(name))).toEqual([])
})

it('is well-formed: each family is described once, each sample stands under its own, and the end is marked', async () => {
  const answer = await scrape()
  expect(answer.headers.get('content-type')).toContain('application/openmetrics-text')
  const lines = (await answer.text()).trimEnd().split('\n')
  expect(lines.at(-1)).toBe('# EOF')
  let family = ''
  const seen = new Set<string>()
  for (const line of lines.slice(0, -1)) {
    const [, type] = /^# TYPE (\w+) \w+$/.exec(line) ?? []
    if (type === undefined) {
      if (!line.startsWith('#')) expect(line.startsWith(family)).toBe(true)
      continue
    }
    expect(seen.has(type)).toBe(false)
    seen.add(type)
    family = type
  }
})

it('tells how old the watcher’s look and the last backup are, and which processes live', async () => {
  const text = await (await scrape()).text()
  const [, watcher] = /^stowline_watcher_age_seconds\{process="web"\} (\S+)$/m.exec(text) ?? []
  expect(Number(watcher)).toBeGreaterThanOrEqual(7)
  expect(text).toMatch(/^stowline_backup_age_seconds\{kind="base",process="web"\} 36\d\d/m)
  expect(text).toContain('stowline_processes{kind="night-shift",version="1.0",process="web"} 1')
  expect(text).toContain('stowline_dead_letters{kind="step",process="web"} 0')
  expect(text).toMatch(/^stowline_build_info\{version="[^"]+",commit="[^"]+",process="web"\} 1$/m)
})

it('tells of the night shift what it told by its own lines, under its own name', async () => {
  const values = [{ labels: { outcome: 'sent' }, value: 41 }]
  const mails = { name: 'stowline_mails', help: 'h', type: 'counter', aggregator: 'sum', values }
  hearMetrics('night-shift', JSON.stringify({ metrics: [mails] }))
  hearMetrics('night-shift', '{"ready":true}')
  const text = await (await scrape()).text()
  expect(text).toContain('stowline_mails_total{outcome="sent",process="night-shift"} 41')
})

it('is not for strangers', async () => {
  expect((await scrape({ 'x-client-address': '10.0.0.1' })).status).toBe(401)
  expect((await scrape({ 'x-client-address': 'behind 127.0.0.1' })).status).toBe(401)
})
