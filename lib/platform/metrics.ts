import prom from 'prom-client'
import { slot } from './slot'

function openRegistry(): prom.Registry<prom.OpenMetricsContentType> {
  const opened = new prom.Registry<prom.OpenMetricsContentType>()
  opened.setContentType(prom.Registry.OPENMETRICS_CONTENT_TYPE)
  prom.collectDefaultMetrics({ register: opened as unknown as prom.Registry })
  return opened
}

slot.metrics ??= openRegistry()

/** The process's metrics, as OpenMetrics; one registry for every bundle in the process. */
export const registry = slot.metrics as prom.Registry<prom.OpenMetricsContentType>

/** A counter, made once. */
export function counter<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
): prom.Counter<Label> {
  const known = registry.getSingleMetric(name)
  return (
    (known as prom.Counter<Label> | undefined) ??
    new prom.Counter({ name, help, labelNames, registers: [registry] })
  )
}

/** A histogram of seconds, made once. */
export function histogram<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
  buckets: number[],
): prom.Histogram<Label> {
  const known = registry.getSingleMetric(name)
  return (
    (known as prom.Histogram<Label> | undefined) ??
    new prom.Histogram({ name, help, labelNames, buckets, registers: [registry] })
  )
}

/** A gauge, made once. */
export function gauge<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[],
): prom.Gauge<Label> {
  const known = registry.getSingleMetric(name)
  return (
    (known as prom.Gauge<Label> | undefined) ??
    new prom.Gauge({ name, help, labelNames, registers: [registry] })
  )
}
