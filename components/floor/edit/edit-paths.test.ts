import { expect, it } from 'vitest'
import { readMetres } from './edit-paths'

it('reads metres with a point or a comma, tells nothing from what is no length', () => {
  expect(['12', ' 12.5 ', '12,5', ''].map(readMetres)).toEqual([12, 12.5, 12.5, undefined])
  expect(['-1', 'x', '1.2345', '1e3'].map(readMetres)).toEqual([null, null, null, null])
})
