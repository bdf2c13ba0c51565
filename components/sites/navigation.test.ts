import { expect, it } from 'vitest'
import { PLACES, placeOf } from './navigation'

it('finds the nearest place of a page', () => {
  expect(placeOf(PLACES.picker, '/pick/counts/7')?.href).toBe('/pick/counts')
  expect(placeOf(PLACES.picker, '/pick')?.href).toBe('/pick')
  expect(placeOf(PLACES.manager, '/')?.href).toBe('/')
  expect(placeOf(PLACES.manager, '/inventory/MILK-1L')?.href).toBe('/inventory')
  expect(placeOf(PLACES.manager, '/pick')).toBe(undefined)
})
