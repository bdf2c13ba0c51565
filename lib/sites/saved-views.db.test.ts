import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { emptyDatabase } from '@/lib/testing/database'
import { listSavedViews } from './queries'
import { removeView } from './remove-view'
import { saveView } from './save-view'

const SITES = ['S1', 'S2']
const ada = { id: 'ada', role: 'manager', siteIds: SITES } as const
const max = { id: 'max', role: 'support', siteIds: SITES } as const
const eve = { id: 'eve', role: 'manager', siteIds: ['S2'] } as const
const late = { site: 'S1', name: 'Late', path: '/orders?standing=late&cursor=x', isShared: false }

beforeEach(async () => {
  await emptyDatabase()
  const place = { timeZone: 'UTC', currency: 'EUR', locale: 'en' }
  await db.site.createMany({ data: SITES.map((id) => ({ id, name: id, ...place })) })
  await db.user.createMany({
    data: [ada, max, eve].map(({ id, role }) => ({ id, role, name: id, email: `${id}@example.com` })),
  })
})

async function saved(...asked: Parameters<typeof saveView>) {
  const answer = await saveView(...asked)
  if (answer.outcome !== 'saved') throw new Error(answer.outcome)
  return answer.view
}
const names = async (person: typeof ada | typeof max | typeof eve, site = 'S1') =>
  (await listSavedViews(person, site)).map(({ name }) => name)

it('keeps a screen with its filters for who saved it, at that site', async () => {
  const view = await saved(ada, late)
  expect(view).toMatchObject({ path: '/orders?standing=late', savedBy: null, mayRemove: true })
  expect(await listSavedViews(ada, 'S1')).toEqual([view])
  expect([await names(max), await names(ada, 'S2')]).toEqual([[], []])
})

it('runs twice, keeps one: under the same name it is replaced', async () => {
  const first = await saved(ada, late)
  const second = await saved(ada, { ...late, path: '/orders?status=placed' })
  expect(second.id).toBe(first.id)
  expect(await listSavedViews(ada, 'S1')).toMatchObject([{ path: '/orders?status=placed' }])
  expect((await saved(max, late)).id).not.toBe(first.id)
})

it('shows a shared view to the site, to whom its screen is open, and says whose it is', async () => {
  await saved(ada, { ...late, isShared: true })
  await saved(ada, { ...late, name: 'Low', path: '/inventory?state=low', isShared: true })
  expect(await listSavedViews(max, 'S1')).toMatchObject([{ name: 'Late', savedBy: 'ada', mayRemove: false }])
  expect(await names(ada)).toEqual(['Late', 'Low'])
})

it('keeps nothing that leads out of the house, or to a screen that is closed to the person', async () => {
  expect(await saveView(ada, { ...late, path: '//evil.example' })).toEqual({ outcome: 'no-screen' })
  expect(await saveView(max, { ...late, path: '/inventory' })).toEqual({ outcome: 'no-screen' })
  expect(await db.savedView.count()).toBe(0)
})

it('is removed by its owner or a manager of the site, once', async () => {
  const own = await saved(max, late)
  expect(await removeView(own.id, max)).toEqual({ outcome: 'removed', site: 'S1' })
  expect(await removeView(own.id, max)).toEqual({ outcome: 'unknown' })
  const of = await saved(max, { ...late, isShared: true })
  expect(await removeView(of.id, eve)).toEqual({ outcome: 'unknown' })
  expect(await removeView(of.id, ada)).toEqual({ outcome: 'removed', site: 'S1' })
})

it('stays when somebody else of support asks, and is unknown to them unless it is shared', async () => {
  const secret = await saved(ada, late)
  const shared = await saved(ada, { ...late, name: 'Shared', isShared: true })
  expect(await removeView(secret.id, max)).toEqual({ outcome: 'unknown' })
  expect(await removeView(shared.id, max)).toEqual({ outcome: 'not-theirs' })
  expect(await removeView(randomUUID(), ada)).toEqual({ outcome: 'unknown' })
  expect(await db.savedView.count()).toBe(2)
})

it('goes with its person', async () => {
  await saved(ada, { ...late, isShared: true })
  await db.user.delete({ where: { id: 'ada' } })
  expect(await db.savedView.count()).toBe(0)
})
