import { expect, test } from 'vitest'
import { createApiKey } from '@/lib/sites/create-api-key'
import { GET as showSchema } from './[type]/route'
import { GET as listSchemas } from './route'

async function get(type?: string) {
  const { key } = await createApiKey({ name: 'reader', scopes: ['read'], siteId: null })
  const request = new Request(`http://house.example/api/schemas${type === undefined ? '' : `/${type}`}`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const context = { params: Promise.resolve({ type }) }
  const response = await (type === undefined ? listSchemas : showSchema)(request, context)
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
}

test('all types are listed, with where their schemas are', async () => {
  const { status, body } = await get()
  expect(status).toBe(200)
  expect(body.items).toHaveLength(26)
  expect(body.items).toContainEqual({
    type: 'stowline.inventory.picked',
    description: "Units were taken for an order, whose hold they use up, or for nobody's.",
    direction: 'in',
    versions: [1, 2],
    latest: 2,
    href: '/api/schemas/stowline.inventory.picked',
  })
})

test('a type shows the schema of each version, and each is served alone where its $id says', async () => {
  const { body } = await get('stowline.inventory.picked')
  expect(body.versions.map((one: { version: number }) => one.version)).toEqual([1, 2])
  for (const { type, schema } of body.versions) {
    expect(schema.$id).toBe(`/api/schemas/${type}`)
    const alone = await get(type)
    expect(alone).toMatchObject({ status: 200, type: 'application/schema+json' })
    expect(alone.body).toEqual(schema)
  }
})

test.each(['stowline.inventory.picked.v9', 'stowline.inventory', 'published'])(
  'nobody knows %s',
  async (type) => {
    expect(await get(type)).toMatchObject({ status: 404, type: 'application/problem+json' })
  },
)

test('strangers are not shown them', async () => {
  const response = await listSchemas(new Request('http://house.example/api/schemas'), {
    params: Promise.resolve({}),
  })
  expect(response.status).toBe(401)
})
