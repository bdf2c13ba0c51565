import { slot } from '@/lib/platform/slot'
import { forecastSite } from './rules/forecast-site'
import type { SeriesForecast, SiteQuestion } from './schema'
import { thinkInSlices } from './think-in-slices'

/**
 * The forecasts of a site, thought in a thread beside this one where a house is open (20,000 items take 20 s of a core, and a
 * mail shares the night shift's), in slices of this one where none is: a script, a test.
 * @throws Error when the thread that thought about it died; asked again, another one thinks
 */
export async function forecastAside(question: SiteQuestion): Promise<SeriesForecast[]> {
  const answer = slot.think?.('forecast', question) ?? null
  return answer === null ? thinkInSlices(forecastSite(question)) : ((await answer) as SeriesForecast[])
}
