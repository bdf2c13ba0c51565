import { existsSync, readFileSync } from 'node:fs'
import { pageRoute, type Routes } from '@/lib/platform/rules/page-route'

const MANIFEST = '.next/routes-manifest.json'

/** Finds the template of a page by the list that Next's build writes; in development there is none. */
export function readPageRoutes(): (path: string) => string {
  const routes: Routes = existsSync(MANIFEST)
    ? JSON.parse(readFileSync(MANIFEST, 'utf8'))
    : { staticRoutes: [], dynamicRoutes: [] }
  return pageRoute(routes)
}
