import { createHash } from 'node:crypto'

export const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The style element that sonner adds to a page by itself, without a nonce (sonner 2.0.8; a test compares): it is empty when
 * it is added, and filled then.
 */
export const SONNER_STYLES = "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='"
const EMPTY_STYLES = hashSource('')

type Visit = {
  path: string
  host: string | undefined
  isHttps: boolean
  /** New for every answer; what has not got it does not run. */
  nonce: string
  isDevelopment: boolean
}
/** Only what a host can be made of may stand in a header. */
const HOST = /^[\w.:[\]-]+$/

const FOR_ALL = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), accelerometer=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
}

/** The headers that keep an answer safe in a browser (CSP 3, HSTS, COOP, CORP). */
export function safeHeaders(visit: Visit): Record<string, string> {
  return {
    ...FOR_ALL,
    'content-security-policy': policyOf(visit),
    ...(visit.isHttps && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

function policyOf(visit: Visit): string {
  if (visit.path.startsWith('/api/')) return "default-src 'none'; frame-ancestors 'none'"
  return isFile(visit.path) ? policyOfFile() : policyOfPage(visit)
}

const isFile = (path: string): boolean => path.startsWith('/_next/static/') || path === '/service-worker.js'

// A worker obeys the policy that its own file came with: the decoder of barcodes, and what keeps the phone's page.
const policyOfFile = (): string =>
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"

function policyOfPage({ nonce, host = '', isHttps, isDevelopment }: Visit): string {
  const own = `'nonce-${nonce}'`
  const sockets = HOST.test(host) ? ` ${isHttps ? 'wss' : 'ws'}://${host}` : ''
  const rules = [
    "default-src 'self'",
    // The decoder of barcodes is WebAssembly; React says in development what went wrong by eval.
    `script-src ${own} 'strict-dynamic' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "worker-src 'self'",
    isDevelopment
      ? "style-src 'self' 'unsafe-inline'"
      : `style-src 'self' ${own} ${SONNER_STYLES} ${EMPTY_STYLES}`,
    // Widths and positions that are figures come as style attributes from React; an attribute runs nothing and loads nothing else.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Safari before 15.4 does not count a socket of ours as 'self'.
    `connect-src 'self'${sockets}`,
    "media-src 'self' blob:",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return rules.join('; ')
}
