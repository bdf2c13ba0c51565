import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { compressedFiles } from './compressed-files'

const folder = mkdtempSync(join(tmpdir(), 'stowline-static-'))
mkdirSync(join(folder, 'chunks'))
writeFileSync(join(folder, 'chunks/a-b_1.js'), 'never served from here')
writeFileSync(join(folder, 'chunks/a-b_1.js.br'), brotliCompressSync('alert(1)'))

const serve = compressedFiles(folder, '/_next/static')
const server = createServer((request, response) => {
  if (!serve(request, response)) response.writeHead(404).end('somebody else')
}).listen(0, '127.0.0.1')
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const ask = (path: string, encoding: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers: { 'accept-encoding': encoding },
  })

it('serves what the build compressed, for ever', async () => {
  const answer = await ask('/_next/static/chunks/a-b_1.js?v=1', 'gzip, deflate, br')
  expect(await answer.text()).toBe('alert(1)')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
})

it.each([
  ['/_next/static/chunks/a-b_1.js', 'gzip'],
  ['/_next/static/chunks/a-b_1.js.br', 'br'],
  ['/_next/static/chunks/other.js', 'br'],
  ['/_next/static/../chunks/a-b_1.js', 'br'],
])('leaves %s for who takes %s to somebody else', async (path, encoding) => {
  expect((await ask(path, encoding)).status).toBe(404)
})

it('serves nothing where nothing was built', () => {
  expect(() => compressedFiles(join(folder, 'none'), '/_next/static')).not.toThrow()
})
