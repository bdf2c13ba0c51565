import prom from 'prom-client'
import { z } from 'zod'
import { slot } from './slot'

type OpenMetrics = prom.Registry<prom.OpenMetricsContentType>

function openRegistry(): OpenMetrics {
  const opened = new prom.Registry<prom.OpenMetricsContentType>()
  opened.setContentType(prom.Registry.OPENMETRICS_CONTENT_TYPE)
  prom.collectDefaultMetrics({ register: opened as unknown as prom.Registry })
  return opened
}

slot.metrics ??= openRegistry()

/** The process's metrics; one registry for every bundle in the process. */
const registry = slot.metrics as OpenMetrics

type Known<Metric> = Metric | undefined

/** A counter, made once; OpenMetrics adds `_total` to its name. */
export function counter<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
): prom.Counter<Label> {
  const known = registry.getSingleMetric(name) as Known<prom.Counter<Label>>
  return known ?? new prom.Counter({ name, help, labelNames, registers: [registry] })
}

/** A histogram of seconds, made once. */
export function histogram<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
  buckets: number[],
): prom.Histogram<Label> {
  const known = registry.getSingleMetric(name) as Known<prom.Histogram<Label>>
  return known ?? new prom.Histogram({ name, help, labelNames, buckets, registers: [registry] })
}

/**
 * A gauge, made once.
 * @param collect sets it when somebody asks
 */
export function gauge<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
  collect?: (gauge: prom.Gauge<Label>) => void,
): prom.Gauge<Label> {
  const known = registry.getSingleMetric(name) as Known<prom.Gauge<Label>>
  if (known) return known
  const options = { name, help, labelNames, registers: [registry] }
  if (!collect) return new prom.Gauge(options)
  return new prom.Gauge({
    ...options,
    collect() {
      collect(this)
    },
  })
}

const metricSchema = z.looseObject({
  name: z.string(),
  type: z.string(),
  values: z.array(z.looseObject({ labels: z.record(z.string(), z.union([z.string(), z.number()])) })),
})
const toldSchema = z.object({ metrics: z.array(metricSchema) })
type Told = z.infer<typeof toldSchema>['metrics']

const TELL_MS = 5_000
/** Of a part that has said nothing for so long, nothing is said either. */
const STALE_MS = 20_000

/** Has a part of the house tell its parent of its metrics, by the same lines in which it says that it is ready. */
export function tellMetrics(): void {
  const tell = async () => {
    process.stdout.write(`${JSON.stringify({ metrics: await registry.getMetricsAsJSON() })}\n`)
  }
  setInterval(() => void tell(), TELL_MS).unref()
}

/** Hears a line of a part of the house, and keeps its metrics if it tells of them. */
export function hearMetrics(part: string, line: string): void {
  if (!line.startsWith('{"metrics":')) return
  slot.partMetrics ??= new Map()
  slot.partMetrics.set(part, { metrics: toldSchema.parse(JSON.parse(line)).metrics, atMs: Date.now() })
}

/** The metrics of this process and of the parts that it started, each under its `process`, as OpenMetrics text. */
export async function metricsText(): Promise<{ text: string; contentType: string }> {
  const ofPart = (part: string, metrics: Told) =>
    metrics.map(({ values, ...metric }) => ({
      ...metric,
      // Node's own counters bring the ending that OpenMetrics adds.
      name: metric.type === 'counter' ? metric.name.replace(/_total$/, '') : metric.name,
      // No two parts have a label set in common, so nothing is added up or left out.
      aggregator: 'first',
      values: values.map((value) => ({ ...value, labels: { ...value.labels, process: part } })),
    }))
  const own = toldSchema.parse({ metrics: await registry.getMetricsAsJSON() }).metrics
  const parts = [...(slot.partMetrics ?? [])].filter(([, { atMs }]) => Date.now() - atMs < STALE_MS)
  const all = [ofPart('web', own), ...parts.map(([part, { metrics }]) => ofPart(part, metrics as Told))]
  const together = aggregate(all, prom.Registry.OPENMETRICS_CONTENT_TYPE)
  return { text: await together.metrics(), contentType: together.contentType }
}

// Its types leave out the second argument.
const aggregate = prom.AggregatorRegistry.aggregate as unknown as (
  metrics: object[],
  contentType: string,
) => prom.Registry
