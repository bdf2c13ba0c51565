import { expect, test } from 'vitest'
import { readCsv } from './read-csv'

test('reads quoted fields, doubled quotes and empty fields', () => {
  expect(readCsv('sku,name,brand\nA-1,"Bananas, ""ripe"", loose",\n,plain,"x"\n')).toEqual([
    { sku: 'A-1', name: 'Bananas, "ripe", loose', brand: '' },
    { sku: '', name: 'plain', brand: 'x' },
  ])
})
