import { expect, it } from 'vitest'
import { pageRoute } from './page-route'

const routeOf = pageRoute({
  staticRoutes: [{ page: '/orders' }],
  dynamicRoutes: [
    { page: '/orders/[orderNumber]', regex: '^/orders/([^/]+?)(?:/)?$' },
    { page: '/api/[...path]', regex: '^/api/(.+?)(?:/)?$' },
  ],
})

it.each([
  ['/orders', '/orders'],
  ['/orders/SL-1', '/orders/[orderNumber]'],
  ['/api/what/ever', '/api/[...path]'],
  ['/_next/static/chunks/1.js', '/_next'],
  ['/wp-admin.php', 'unmatched'],
])('%s is %s', (path, route) => expect(routeOf(path)).toBe(route))
