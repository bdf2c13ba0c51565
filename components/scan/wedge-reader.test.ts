import { describe, expect, it } from 'vitest'
import { WedgeReader, type WedgeSettings } from './wedge-reader'

const PLAIN: WedgeSettings = { prefix: '', suffix: 'Enter' }

/** What is heard while these keys come, `gapMs` apart. */
function heard(keys: readonly string[], gapMs: number, settings = PLAIN) {
  const reader = new WedgeReader(settings)
  return keys
    .map((key, index) =>
      reader.hear({ key: key.replace('^', ''), isControl: key.startsWith('^'), atMs: index * gapMs }),
    )
    .flatMap((one) => (one.kind === 'scan' ? [one.text] : []))
}

describe('a scanner that types', () => {
  it('is told from a person by its speed', () => {
    expect(heard([...'A07-12-C2', 'Enter'], 12)).toEqual(['A07-12-C2'])
    expect(heard([...'A07-12-C2', 'Enter'], 150)).toEqual([])
  })

  it('may follow what a person typed, and a person may follow it', () => {
    const reader = new WedgeReader(PLAIN)
    const keys = [
      ...[...'abc'].map((key, index) => ({ key, atMs: index * 200 })),
      ...[...'400638', 'Enter'].map((key, index) => ({ key, atMs: 1000 + index * 10 })),
      { key: 'Enter', atMs: 3000 },
    ]
    const scans = keys
      .map((key) => reader.hear({ ...key, isControl: false }))
      .filter(({ kind }) => kind === 'scan')
    expect(scans).toEqual([{ kind: 'scan', text: '400638' }])
  })

  it('types capitals with Shift and FNC1 with Ctrl+]', () => {
    expect(heard(['Shift', 'A', 'Shift', 'B', '1', 'Control', '^]', '1', '0', 'Enter'], 5)).toEqual([
      'AB1\u001d10',
    ])
  })

  it('is no burst of two keys', () => {
    expect(heard(['1', '2', 'Enter'], 5)).toEqual([])
  })

  it('is known by its prefix however slow it is, and the prefix is no part of the label', () => {
    expect(heard([...'~T-1', 'Enter'], 400, { prefix: '~', suffix: 'Enter' })).toEqual(['T-1'])
  })

  it('may end with Tab', () => {
    expect(heard([...'A07-12', 'Tab'], 5, { prefix: '', suffix: 'Tab' })).toEqual(['A07-12'])
    expect(heard([...'A07-12', 'Enter'], 5, { prefix: '', suffix: 'Tab' })).toEqual([])
  })
})
