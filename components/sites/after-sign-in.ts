/**
 * Where to go after signing in: the page that was asked for, if it is one of ours, else home.
 * `//host` and `/\host` leave the site although they begin with a slash, so the browser's own parser decides.
 */
export function afterSignIn(next: string | null, home: string): string {
  const own = 'http://own.invalid'
  if (!next?.startsWith('/') || !URL.canParse(next, own)) return home
  const url = new URL(next, own)
  if (url.origin !== own || url.pathname.startsWith('/sign-in')) return home
  return url.pathname + url.search + url.hash
}
