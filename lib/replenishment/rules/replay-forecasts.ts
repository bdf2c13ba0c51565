import type { DemandSeries } from '../schema'
import { type DemandAhead, demandAhead } from './demand-ahead'
import { forecastSite } from './forecast-site'

const HORIZON = 28
/** Made anew each week and not each night: a twelfth of the work, and the past looks no better for it. */
const EVERY_DAYS = 7

/**
 * What the house would have forecast of the first of some series on each day of its past from `from` on, knowing only the days
 * before. The others tell what the store's weekdays are like.
 * @returns the forecast seen from a day, by the days that are known then
 */
export function* replayForecasts(
  series: readonly DemandSeries[],
  from: number,
): Generator<undefined, (known: number) => DemandAhead> {
  const days = series[0]?.units.length ?? 0
  const made: DemandAhead[] = []
  for (let known = from; known <= days; known += EVERY_DAYS) {
    const past = series.map(({ sku, units, isShort }) => ({
      ...{ sku, units: units.subarray(0, known) },
      ...(isShort ? { isShort: isShort.subarray(0, known) } : {}),
    }))
    const kinds = new Array<null>(known + HORIZON).fill(null)
    const [forecast] = yield* forecastSite({ series: past, kinds, horizon: HORIZON })
    made.push(forecast ?? { mean: [], sumSd: [] })
  }
  return (known) => {
    const since = known - from
    const at = Math.min(made.length - 1, Math.floor(since / EVERY_DAYS))
    return demandAhead(made[at] ?? { mean: [], sumSd: [] }, since - at * EVERY_DAYS)
  }
}
