/** Of Next's list of its pages: those without and those with parts that vary. */
export type Routes = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] }

/** Finds the template of a path; what is no page is `unmatched`, so that nobody outside makes up new ones. */
export function pageRoute({ staticRoutes, dynamicRoutes }: Routes): (path: string) => string {
  const fixed = new Set(staticRoutes.map(({ page }) => page))
  const varying = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))
  return (path) => {
    if (path.startsWith('/_next/')) return '/_next'
    if (fixed.has(path)) return path
    return varying.find(({ pattern }) => pattern.test(path))?.page ?? 'unmatched'
  }
}
