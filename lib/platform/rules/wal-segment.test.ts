import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readPosition,
  readSegmentName,
  SEGMENT_BYTES,
  segmentName,
  segmentStart,
  writePosition,
} from './wal-segment'

test('names the file that Postgres names', () => {
  // SELECT pg_walfile_name('16B/374D848') on timeline 1
  expect(segmentName(1, readPosition('16B/374D848'))).toBe('000000010000016B00000003')
  expect(segmentName(3, 0n)).toBe('000000030000000000000000')
})

test('reads what it writes, whatever the position', () => {
  const positions = fc.bigInt({ min: 0n, max: (1n << 62n) - 1n })
  fc.assert(
    fc.property(positions, fc.integer({ min: 1, max: 2 ** 31 }), (position, timeline) => {
      expect(readPosition(writePosition(position))).toBe(position)
      const start = segmentStart(position)
      expect(readSegmentName(segmentName(timeline, position))).toEqual({ timeline, start })
      expect(position - start < SEGMENT_BYTES).toBe(true)
    }),
  )
})

test('knows its own files from others', () => {
  for (const name of ['00000002.history', '000000010000000000000001.partial', 'base', ''])
    expect(readSegmentName(name)).toBeUndefined()
})
