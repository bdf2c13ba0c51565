import { beforeEach, expect, it, vi } from 'vitest'
import { createApiKey } from '@/lib/sites/create-api-key'
import { emptyDatabase } from '@/lib/testing/database'
import { SHOP, stockShop } from '@/lib/testing/open-shop'
import { GET as showLive } from './api/health/live/route'
import { GET as listOrders } from './api/orders/route'

// Read when the limits are loaded: ten at once, and one a second.
vi.hoisted(() => {
  process.env.STOWLINE_RATE_LIMITS = 'read=1, stranger=1'
})

beforeEach(async () => {
  await emptyDatabase()
  await stockShop({})
})

const none = { params: Promise.resolve({}) }
const knock = (handler: typeof listOrders, headers: Record<string, string>) =>
  handler(new Request('http://house.test/api/orders', { headers }), none)
const keyOf = async (name: string) => ({
  authorization: `Bearer ${(await createApiKey({ name, scopes: ['read'], siteId: SHOP })).key}`,
})

async function knockOften(headers: Record<string, string>): Promise<Response[]> {
  const answers: Response[] = []
  for (let n = 0; n < 40; n++) answers.push(await knock(listOrders, headers))
  return answers
}
const statuses = (answers: Response[]) => [...new Set(answers.map(({ status }) => status))]

it('says how much is left, and when there is more of it once nothing is', async () => {
  const [first, ...more] = await knockOften(await keyOf('till'))
  expect(first?.headers.get('ratelimit-policy')).toBe('"read";q=10;w=10')
  expect(first?.headers.get('ratelimit')).toBe('"read";r=9;t=1')
  const refused = more.find(({ status }) => status === 429)
  expect(refused?.headers.get('ratelimit')).toBe('"read";r=0;t=1')
  expect(refused?.headers.get('retry-after')).toBe('1')
  expect(await refused?.json()).toMatchObject({
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
    status: 429,
    'violated-policies': ['read'],
  })
})

it('counts each key by itself, behind one address too', async () => {
  const address = { 'x-client-address': '192.0.2.1' }
  expect(statuses(await knockOften({ ...(await keyOf('one')), ...address }))).toEqual([200, 429])
  expect((await knock(listOrders, { ...(await keyOf('other')), ...address })).status).toBe(200)
})

it('counts who is not known by address, a network of IPv6 as one, and keeps nobody known out', async () => {
  expect(statuses(await knockOften({ 'x-client-address': '2001:db8::1' }))).toEqual([401, 429])
  expect((await knock(listOrders, { 'x-client-address': '2001:db8::2' })).status).toBe(429)
  expect((await knock(listOrders, { 'x-client-address': '2001:db8:1::1' })).status).toBe(401)
  const known = { ...(await keyOf('till')), 'x-client-address': '2001:db8::1' }
  expect((await knock(listOrders, known)).status).toBe(200)
  expect((await knock(showLive, { 'x-client-address': '2001:db8::1' })).status).toBe(200)
})
