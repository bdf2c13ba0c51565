import { beforeEach, expect, it } from 'vitest'
import { emptyDatabase } from '@/lib/testing/database'
import { findEvents, listCaptures } from './queries'
import { readQuery } from './rules/event-query'

const viewer = { clientId: 'key:test', siteIds: 'all' as const }
const tokenOf = (text: string) => Buffer.from(text).toString('base64url')

beforeEach(() => emptyDatabase())

it.each([
  'x',
  'WyJhIiwiYiJd',
  tokenOf('yesterday x'),
  tokenOf('0000-01-01T00:00:00Z 1/1'),
  tokenOf('2026-11-20T08:30:00Z 99999999999999999999/1'),
])('a token that is none of ours is told from the first page: %s', async (nextPageToken) => {
  const page = { perPage: 10, nextPageToken }
  const asked = readQuery([])
  if (!asked.ok) throw new Error(asked.reason)
  expect(await findEvents(asked.query, page, viewer)).toBe('bad-token')
  expect(await listCaptures(page, viewer)).toBe('bad-token')
})
