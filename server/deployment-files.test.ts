import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { environmentSchema } from '@/lib/platform/environment'
import { readTrustedProxies } from '@/lib/platform/trusted-proxies'

const read = (path: string) => readFileSync(join('deploy', path), 'utf8')
const settings = new Set(Object.keys(environmentSchema.in.shape))
/** Of Node, of our image, of a part that has settings of its own, and of Kubernetes' expansion. */
const OTHERS = /^(NODE_ENV|NEXT_TELEMETRY_DISABLED|POD_ADDRESS)$/

const environments = z.object({
  services: z.record(
    z.string(),
    z.object({ image: z.string().optional(), environment: z.record(z.string(), z.string()).optional() }),
  ),
})
const compose = environments.parse(parse(read('compose.yaml'), { merge: true }))

const manifests = readdirSync('deploy/kubernetes').flatMap((file) =>
  parseAllDocuments(read(`kubernetes/${file}`)).map((document) => {
    expect(document.errors).toEqual([])
    return document.toJS() as { kind: string; data?: Record<string, string>; spec?: Record<string, unknown> }
  }),
)
const ofKind = (kind: string) => manifests.filter((one) => one.kind === kind)

it('names only settings that the house knows, in compose', () => {
  for (const name of ['web-1', 'web-2'])
    expect(
      Object.keys(compose.services[name]?.environment ?? {}).filter((one) => !settings.has(one)),
    ).toEqual([])
  expect(compose.services['web-1']?.environment?.STOWLINE_PEER_URL).toBe('http://web-1:3000')
})

it('trusts the word of its proxy about who somebody is, and nobody else’s', () => {
  const { services } = z
    .object({
      services: z.object({
        proxy: z.object({ networks: z.object({ default: z.object({ ipv4_address: z.string() }) }) }),
      }),
    })
    .parse(parse(read('compose.yaml'), { merge: true }))
  const { ipv4_address: proxy } = services.proxy.networks.default
  const trusted = compose.services['web-1']?.environment?.STOWLINE_TRUSTED_PROXIES ?? ''
  const isTrusted = readTrustedProxies(trusted)
  expect([isTrusted(proxy), isTrusted('172.31.85.3')]).toEqual([true, false])
  expect(ofKind('ConfigMap')[0]?.data?.STOWLINE_TRUSTED_PROXIES).toBeDefined()
})

it('names only settings that the house knows, in Kubernetes and in the image', () => {
  const [web] = ofKind('Deployment')
  const text = JSON.stringify(web)
  const named = [...text.matchAll(/"env":(\[.*?\])(?:,"(?!name|value)|\})/g)].flatMap(([, env]) =>
    [...(env ?? '').matchAll(/"name":"([A-Z_]+)"/g)].map(([, name]) => name ?? ''),
  )
  const given = [...Object.keys(ofKind('ConfigMap')[0]?.data ?? {}), ...named]
  const image = [...read('Dockerfile').matchAll(/(?:^ENV | )([A-Z_]+)=/gm)].map(([, name]) => name ?? '')
  expect([...given, ...image].filter((name) => !settings.has(name) && !OTHERS.test(name))).toEqual([])
  expect(given).toContain('STOWLINE_PEER_URL')
})

it('has every part that a rolling restart needs', () => {
  expect(manifests.map(({ kind }) => kind).sort()).toEqual([
    'ConfigMap',
    'Deployment',
    'HorizontalPodAutoscaler',
    'Ingress',
    'NetworkPolicy',
    'PodDisruptionBudget',
    'Service',
  ])
  const [web] = ofKind('Deployment')
  expect(JSON.stringify(web)).toMatch(
    /startupProbe.*readinessProbe.*livenessProbe.*readOnlyRootFilesystem":true/,
  )
})

it('copies into the image only what is there, or is built', () => {
  const copied = [...read('Dockerfile').matchAll(/^COPY --from=build (.*) \S+$/gm)].flatMap(([, paths]) =>
    (paths ?? '').split(' '),
  )
  const built = /^\/stowline\/(dist|\.next)$/
  expect(copied.filter((path) => !built.test(path) && !existsSync(path.replace('/stowline/', '')))).toEqual(
    [],
  )
})
