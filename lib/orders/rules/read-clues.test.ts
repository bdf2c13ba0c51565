import { expect, it } from 'vitest'
import { type Clue, readClues } from './read-clues'

it.each<[string, Clue[]]>([
  ['', []],
  ['100001-ab', [{ kind: 'number', begins: '100001-AB' }]],
  ['Ada@Example.com', [{ kind: 'email', begins: 'ada@example.com' }]],
  [
    'Byron',
    [
      { kind: 'name', words: ['Byron'] },
      { kind: 'email', begins: 'byron' },
    ],
  ],
  ['byron  ada', [{ kind: 'name', words: ['byron', 'ada'] }]],
  ['100', [{ kind: 'number', begins: '100' }]],
  [
    '0123',
    [
      { kind: 'number', begins: '0123' },
      { kind: 'phone', endsReversed: '3210' },
    ],
  ],
  [
    '1000',
    [
      { kind: 'number', begins: '1000' },
      { kind: 'phone', endsReversed: '0001' },
    ],
  ],
])('reads %j', (text, clues) => expect(readClues(text)).toEqual(clues))

it('knows one phone number however it is written', () => {
  const written = ['+49 171 555 0123', '0171/5550123', '0049-171-5550123', '(0171) 555.0123']
  const ends = written.map((text) => readClues(text).find((clue) => clue.kind === 'phone'))
  expect(new Set(ends.map((clue) => JSON.stringify(clue))).size).toBe(1)
})
