import { problemOf } from '@/components/live/fetch-json'
import { type LayoutPreview, layoutAppliedSchema, layoutPreviewSchema } from '@/lib/floor/schema'

/** What the server takes. */
export const LIMIT_BYTES = 64 * 1024 * 1024

/** Why a file need not be sent at all, in words; null when nothing speaks against it. */
export function wrongWithLayout({ name, size }: { name: string; size: number }): string | null {
  if (!/\.(csv|json)$/i.test(name)) return `${name} is neither a JSON nor a CSV file.`
  if (size === 0) return `${name} is empty.`
  return size > LIMIT_BYTES ? `${name} is larger than 64 MiB.` : null
}

export const layoutPath = (site: string, format?: 'json' | 'csv'): string =>
  `/api/sites/${encodeURIComponent(site)}/layout${format ? `?format=${format}` : ''}`

/**
 * Asks what a file would do to the hall.
 * @throws FetchProblem with words fit to be shown
 */
export async function previewLayout(site: string, file: File): Promise<LayoutPreview> {
  const response = await send('POST', `${layoutPath(site)}/preview`, file)
  return layoutPreviewSchema.parse(await response.json())
}

/**
 * Makes the hall what a file says, if it is still in the version that was previewed.
 * @throws FetchProblem with words fit to be shown
 */
export async function applyLayout(site: string, file: File, version: number) {
  const response = await send('PUT', layoutPath(site), file, { 'if-match': `"${version}"` })
  return layoutAppliedSchema.parse(await response.json())
}

async function send(method: 'POST' | 'PUT', path: string, file: File, headers: Record<string, string> = {}) {
  const type = /\.csv$/i.test(file.name) ? 'text/csv' : 'application/json'
  const response = await fetch(path, {
    method,
    headers: { accept: 'application/json', 'content-type': type, ...headers },
    body: file,
  }).catch(() => null)
  if (!response?.ok) throw await problemOf(response)
  return response
}
