// Keeps the picker's page on the phone. The API is never kept here: the page itself keeps the tour, and what it has
// still to send. Whatever lies below /_next/static/ has its content's hash in its name and never changes.
const CACHE = 'stowline-pick-1'
const PAGE = '/pick'
const SIGN_IN = '/sign-in'
/** A slow network must not keep a picker waiting for a page that is here already: with it the page comes at the next opening. */
const PATIENCE_MS = 400

const isFile = (path) =>
  path.startsWith('/_next/static/') || path.startsWith('/icons/') || path === '/icon.svg' || path === '/manifest.webmanifest'

self.addEventListener('install', (event) => {
  event.waitUntil(keepPageAndFiles().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(pageFor(event))
  // Whoever signs in next may be somebody else.
  else if (url.pathname === SIGN_IN) event.waitUntil(forgetPage())
  else if (isFile(url.pathname)) event.respondWith(fileFor(request))
})

// The page says what it was made of; files that only an older version needed go.
self.addEventListener('message', (event) => {
  const files = event.data?.keep
  if (Array.isArray(files)) event.waitUntil(keepOnly(files.filter(isFile)))
})

/** The newest page when the network has it in time, else the kept one. */
async function pageFor(event) {
  const cache = await caches.open(CACHE)
  const fresh = fetch(event.request).then(async (response) => {
    // Who is no longer signed in must not find another one's page here.
    if (response.ok && !response.redirected) event.waitUntil(keepPage(response.clone()))
    else if (response.redirected || response.type === 'opaqueredirect') await cache.delete(PAGE)
    return response
  })
  event.waitUntil(fresh.catch(() => {}))
  const kept = await cache.match(PAGE)
  if (!kept) return fresh
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  // A server that is down answers too, through whatever stands before it.
  const usable = fresh.then((response) => (response.status < 500 ? response : kept))
  return Promise.race([usable.catch(() => kept), late])
}

async function fileFor(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request.url)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request.url, response.clone())
  return response
}

async function keepPageAndFiles() {
  const response = await fetch(PAGE, { credentials: 'same-origin' })
  if (response.ok && !response.redirected) await keepPage(response)
}

/** A page whose files are not all here would open without a network and stay empty. */
async function keepPage(response) {
  const cache = await caches.open(CACHE)
  const named = namedIn(await response.clone().text())
  await keepFiles([...named, '/icon.svg', '/manifest.webmanifest'])
  await cache.put(PAGE, response)
}

const namedIn = (page) => page.match(/\/_next\/static\/[^"'\\\s)?]+/g) ?? []

async function keepFiles(paths) {
  const cache = await caches.open(CACHE)
  const known = await pathsIn(cache)
  const missing = [...new Set(paths)].filter((path) => !known.has(path))
  await Promise.all(missing.map((path) => cache.add(path).catch(() => {})))
}

/** Keeps what a page is made of, and what the kept page names: that one may be newer than the page which asks. */
async function keepOnly(files) {
  await keepFiles(files)
  const cache = await caches.open(CACHE)
  const page = await cache.match(PAGE)
  const wanted = new Set([...files, ...(page ? namedIn(await page.text()) : [])])
  const isStale = (path) => path.startsWith('/_next/static/') && !wanted.has(path)
  const stale = [...(await pathsIn(cache))].filter(([path]) => isStale(path))
  await Promise.all(stale.map(([, request]) => cache.delete(request)))
}

const pathsIn = async (cache) =>
  new Map((await cache.keys()).map((request) => [new URL(request.url).pathname, request]))

async function forgetPage() {
  const cache = await caches.open(CACHE)
  await cache.delete(PAGE)
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
}
