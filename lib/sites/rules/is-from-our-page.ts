/**
 * Whether a person's request may count as their own doing. A session's cookie travels by itself, so a change must come from
 * a page of ours: browsers say where it comes from (`Origin`, Fetch Metadata), and who says nothing is no browser.
 */
export function isFromOurPage(method: string, headers: Headers): boolean {
  if (method === 'GET') return true
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  if (origin === null) return site === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
