import type { z } from 'zod'
import { changePlan } from './change-plan'
import { findLayout, findNeededBins } from './queries'
import { type LayoutFile, readLayoutFile } from './read-layout-file'
import { compareLayouts, countChange, isAnyChange } from './rules/compare-layouts'
import type { LayoutError, layoutAppliedSchema } from './schema'
import { writeLayout } from './write-layout'

type Applied =
  | ({ outcome: 'applied' } & z.infer<typeof layoutAppliedSchema>)
  | { outcome: 'changed-meanwhile'; version: number }
  | { outcome: 'wrong-file'; errors: LayoutError[] }
  | { outcome: 'needed-bins'; refusals: { bin: string; reason: string }[] }

/** Rolls back a change that turned out to be none. */
class RefusedLayout extends Error {
  constructor(readonly applied: Exclude<Applied, { outcome: 'applied' }>) {
    super(applied.outcome)
  }
}

/**
 * Makes a site's hall what a file says: all of it, or nothing. The same file again finds nothing to change, and no version
 * is counted up.
 * @param expectedVersion of the plan that the change was looked at with; null where it does not matter
 * @param by who signs for it
 */
export async function applyLayout(
  site: string,
  file: LayoutFile,
  { expectedVersion, by }: { expectedVersion: number | null; by: string },
): Promise<Applied> {
  try {
    const {
      isChanged,
      result: bins,
      version,
    } = await changePlan(site, async (client, before) => {
      if (expectedVersion !== null && expectedVersion !== before)
        throw new RefusedLayout({ outcome: 'changed-meanwhile', version: before })
      const { layout: now } = await findLayout(site, client)
      const read = await readLayoutFile(file, before === 0 ? null : now)
      if (!read.ok) throw new RefusedLayout({ outcome: 'wrong-file', errors: read.errors })
      const change = compareLayouts(now, read.layout)
      const counts = countChange(change.bins)
      if (before > 0 && !isAnyChange(change)) return { isChanged: false, result: counts }
      const writing = await writeLayout(client, site, { change, next: read.layout, by })
      if (writing.outcome === 'needed')
        throw new RefusedLayout({
          outcome: 'needed-bins',
          refusals: await findNeededBins(site, writing.bins, client),
        })
      return { isChanged: true, result: counts }
    })
    return { outcome: 'applied', version, isChanged, bins }
  } catch (error) {
    if (error instanceof RefusedLayout) return error.applied
    throw error
  }
}
