import type { LayoutError } from '@/lib/floor/schema'
import type { Problem } from '@/lib/platform/problem'

const MOST_SHOWN = 200

/** A file that is no layout: where, by line of a CSV or pointer of a JSON, and why. */
export const wrongFile = (errors: LayoutError[]): Problem => ({
  status: 400,
  title: 'The file is no layout of a hall',
  detail: `${errors.length} errors, the first: ${errors[0]?.detail ?? ''}`,
  errors: errors.slice(0, MOST_SHOWN).map(({ pointer = '', ...error }) => ({ pointer, ...error })),
})

/** A layout without bins in which something lies. */
export const neededBins = (refusals: { bin: string; reason: string }[]): Problem => ({
  status: 409,
  title: 'Bins that it removes are needed',
  detail: `${refusals.length} bins, the first: ${refusals[0]?.bin ?? ''} ${refusals[0]?.reason ?? ''}`,
  errors: refusals
    .slice(0, MOST_SHOWN)
    .map(({ bin, reason }) => ({ pointer: '/bins', bin, detail: `${bin} ${reason}` })),
})

/** The version in `If-Match`; null when any will do, -1 when it is none of ours. */
export function expectedVersion(request: Request): number | null {
  const tag = request.headers.get('if-match')
  if (tag === null || tag.trim() === '*') return null
  const [, version] = /^\s*"(\d{1,9})"\s*$/.exec(tag) ?? []
  return version === undefined ? -1 : Number(version)
}
