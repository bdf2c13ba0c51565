import { expect, it } from 'vitest'
import { badLinesFile, wrongWithFile } from './import-files'

it('writes bad lines so that a spreadsheet reads them and runs none of them', () => {
  const file = badLinesFile([
    { line: 2, reason: 'no such SKU "X", or so' },
    { line: 7, reason: '=cmd' },
  ])
  expect(file).toBe('line,reason\r\n2,"no such SKU ""X"", or so"\r\n7,\'=cmd\r\n')
})

it('says before sending what the server would refuse', () => {
  expect(wrongWithFile({ name: 'stock.csv', size: 10 })).toBe(null)
  expect(wrongWithFile({ name: 'stock.xlsx', size: 10 })).toMatch(/not a CSV/)
  expect(wrongWithFile({ name: 'stock.csv', size: 0 })).toMatch(/empty/)
  expect(wrongWithFile({ name: 'stock.csv', size: 9 * 1024 * 1024 })).toMatch(/8 MiB/)
})
