import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprintOf } from './fingerprint.mjs'
import { root, runProgram } from './run-command.mjs'

/**
 * Generates Prisma's client from the models, if they changed since the last time.
 * @throws Error with Prisma's own words when the models are wrong
 */
export async function generateClient() {
  const marker = join(root, 'prisma/generated/fingerprint')
  const wanted = fingerprintOf(['prisma/schema.prisma', 'prisma/models', 'package-lock.json'])
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  const { code, output } = await runProgram('prisma/build/index.js', ['generate'], {
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  })
  if (code !== 0) throw new Error(`prisma generate failed:\n${output}`)
  writeFileSync(marker, wanted)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generateClient()
