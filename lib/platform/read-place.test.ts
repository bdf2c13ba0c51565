import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readPlace } from './read-place'

const PARTS = z.tuple([z.iso.datetime(), z.uuid()])
const ID = '0197a1c2-4d5e-7f60-8a9b-0c1d2e3f4a5b'
const cursorOf = (text: string) => Buffer.from(text).toString('base64url')

describe('a cursor', () => {
  it('gives back the place that was written into it', () => {
    const place = readPlace(cursorOf(`2026-11-21T10:00:00.000Z ${ID}`), PARTS)
    expect(place).toEqual(['2026-11-21T10:00:00.000Z', ID])
  })

  it.each([
    '',
    'x',
    '%',
    cursorOf(`0 2026-11-21T10:00:00.000Z ${ID}`),
    cursorOf(`2026-02-30T10:00:00Z ${ID}`),
    cursorOf('a\0b c'),
    cursorOf(`0000-01-01T00:00:00Z ${ID}`),
  ])('of another list begins at the top: %j', (cursor) => expect(readPlace(cursor, PARTS)).toBeUndefined())
})
