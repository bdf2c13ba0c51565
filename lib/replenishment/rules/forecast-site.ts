import type { DemandSeries, SeriesForecast, SiteQuestion } from '../schema'
import { type Backtest, backtestSeries, relativeErrors, type Trial } from './backtest-series'
import { CANDIDATES, type Origin } from './candidate-forecasts'
import { asPlainDays, dayWeights } from './day-weights'
import { discountedLevel } from './discounted-level'
import { BandCalibration } from './forecast-bands'
import { type Experience, forecastSeries, steady, type View } from './forecast-series'
import { storeBusyness } from './store-busyness'
import { SumCalibration, spreadOf } from './sum-deviations'

const TRIALS = 4
/** So many items, evenly spread, tell what a store is like. */
const ASKED = 500

/**
 * What will be wanted of every item of a site, in the order of the question. First some hundred items are
 * asked what would have been right at four earlier days, four weeks apart; what they say together steadies the choice of each.
 * Yields between items, so that whoever shares the thread can be answered.
 */
export function* forecastSite({
  series,
  kinds,
  horizon,
}: SiteQuestion): Generator<undefined, SeriesForecast[]> {
  const days = series[0]?.units.length ?? 0
  const now = originAt(series, kinds, days, horizon)
  const origins: Origin[] = []
  for (let trial = 1; trial <= TRIALS && days - trial * horizon > horizon; trial++) {
    origins.push(originAt(series, kinds, days - trial * horizon, horizon))
    yield
  }
  const tally = new Tally()
  const stride = Math.max(1, Math.floor(series.length / ASKED))
  for (let at = 0; at < series.length; at += stride) {
    const one = series[at]
    if (one) tally.add(backtestSeries(one.units, one.isShort, origins, horizon))
    yield
  }
  const view: View = { now, horizon, experience: tally.experience() }
  const forecasts: SeriesForecast[] = []
  for (const one of series) {
    forecasts.push(forecastSeries(one, backtestSeries(one.units, one.isShort, origins, horizon), view))
    yield
  }
  return forecasts
}

/** The site as it was known on a day. */
function originAt(
  series: DemandSeries[],
  kinds: SiteQuestion['kinds'],
  until: number,
  horizon: number,
): Origin {
  const seen = storeBusyness(series, until)
  const { weights, lifts } = dayWeights(seen, kinds, horizon)
  const index = asPlainDays(seen, lifts)
  const level = (halfLifeDays: number) => discountedLevel(index, weights, { from: 0, until, halfLifeDays })
  const month = level(28)
  return { until, weights, lifts, growth: month > 0 ? level(7) / month : 1 }
}

/** What all items say together, added up as they come: their trials are too many to be kept. */
class Tally {
  readonly #sums = CANDIDATES.map(() => 0)
  #count = 0
  #together = 0
  readonly #bands = new BandCalibration()
  readonly #totals = new SumCalibration()

  add(test: Backtest): void {
    const relative = relativeErrors(test)
    if (!relative) return
    for (const [at, value] of relative.entries()) this.#sums[at] = (this.#sums[at] ?? 0) + value
    const best = relative.indexOf(Math.min(...relative))
    const combine = ({ forecasts }: Trial) => Float64Array.from(forecasts[best] ?? [])
    const { together } = spreadOf(test.trials, combine)
    this.#bands.add(test.trials, combine)
    this.#totals.add(test.trials, combine)
    this.#together += together
    this.#count++
  }

  experience(): Experience {
    const count = this.#count
    if (count === 0) return { relative: BY_HEARSAY, together: 1, reach: [], stretch: [] }
    const together = this.#together / count
    return {
      together,
      relative: this.#sums.map((sum) => sum / count),
      reach: this.#bands.reach(),
      stretch: this.#totals.stretch((own, trials) => steady(own, trials, together)),
    }
  }
}

/** Before anything is known of a site: the level of a fortnight to two months, times its weekdays. */
const BY_HEARSAY = CANDIDATES.map((name) => (/^weekdays-\d+$/.test(name) ? 0.9 : 1))
