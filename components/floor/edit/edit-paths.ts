export const REASON_CHARACTERS = 200

const siteAt = (site: string): string => `/api/sites/${encodeURIComponent(site)}`

export const blocksPath = (site: string): string => `${siteAt(site)}/blocks`
export const blockPath = (site: string, id: number): string => `${siteAt(site)}/blocks/${id}`
export const aislePath = (site: string, code: string): string =>
  `${siteAt(site)}/aisles/${encodeURIComponent(code)}`
export const binStatePath = (bin: string): string => `/api/bins/${encodeURIComponent(bin)}/state`

/** Metres as they were typed, with a point or a comma; undefined when nothing was, null when it is no length. */
export function readMetres(text: string): number | null | undefined {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return undefined
  return /^\d{1,4}(\.\d{1,3})?$/.test(typed) ? Number(typed) : null
}
