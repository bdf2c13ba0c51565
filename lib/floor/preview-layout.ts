import { findLayout, findNeededBins } from './queries'
import { type LayoutFile, readLayoutFile } from './read-layout-file'
import { compareLayouts, countChange, isAnyChange } from './rules/compare-layouts'
import { outlineOf } from './rules/outline-of'
import { unreachableBins } from './rules/unreachable-bins'
import type { Layout, LayoutPreview } from './schema'

const MOST_SHOWN = 200

/** What a file would do to a site's hall; changes nothing. */
export async function previewLayout(site: string, file: LayoutFile): Promise<LayoutPreview> {
  const { version, layout: now } = await findLayout(site)
  const before = version === 0 ? {} : { before: outlineOf(now) }
  const read = await readLayoutFile(file, version === 0 ? null : now)
  const nothing = { site, version, isChange: false, refusals: [], refusalCount: 0, notes: [], ...before }
  if (!read.ok)
    return { ...nothing, errors: read.errors.slice(0, MOST_SHOWN), errorCount: read.errors.length }
  const next = read.layout
  const change = compareLayouts(now, next)
  const removed = change.bins.removed.map(({ code }) => code)
  const refusals = removed.length > 0 ? await findNeededBins(site, removed) : []
  const { hall, zones, aisles, bins, stations, blocks } = change
  return {
    ...nothing,
    isChange: version === 0 || isAnyChange(change),
    changes: {
      hall,
      zones: countChange(zones),
      aisles: countChange(aisles),
      bins: countChange(bins),
      stations: countChange(stations),
      blocks: countChange(blocks),
    },
    refusals: refusals.slice(0, MOST_SHOWN),
    refusalCount: refusals.length,
    errors: [],
    errorCount: 0,
    notes: notesOn(next, { version, now, isCsv: file.type === 'text/csv' }),
    after: outlineOf(next),
  }
}

function notesOn(
  next: Layout,
  { version, now, isCsv }: { version: number; now: Layout; isCsv: boolean },
): string[] {
  const cutOff = unreachableBins({ ...next, blocks: next.blocks ?? now.blocks ?? [] })
  const derived = version === 0 ? 'laid around the bins of this file' : 'left as they are'
  return [
    ...(isCsv ? [`A CSV file has bins only: cross aisles and stations are ${derived}.`] : []),
    ...(cutOff.length > 0
      ? [`${cutOff.length} bins cannot be reached from a depot past what is blocked, such as ${cutOff[0]}.`]
      : []),
  ]
}
