import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run-command.mjs'

function refuse(line) {
  console.error(line)
  process.exit(1)
}

/** Asked before the build, because nobody wants to wait a minute to read this. */
async function checkPort() {
  const port = process.env.PORT || '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    refuse(`PORT must be a number from 1 to 65535, and is "${port}".`)
  }
  const server = createServer()
  const failure = await new Promise((resolve) => {
    server.once('error', resolve)
    server.listen(Number(port), process.env.HOST || '127.0.0.1', () => server.close(() => resolve(undefined)))
  })
  if (failure?.code === 'EADDRINUSE')
    refuse(`Port ${port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`)
  if (failure) refuse(`Cannot listen on port ${port}: ${failure.message}`)
}

process.chdir(root)
await checkPort()
// A process of its own: what a build needs of memory is given back.
const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
await import(pathToFileURL(join(root, 'dist/server.mjs')).href)
