// `npm run build`: Prisma's client, Next's pages, and one bundle for each process of the house.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { fingerprintOf } from './fingerprint.mjs'
import { generateClient } from './generate-client.mjs'
import { root, runCommand, runProgram } from './run-command.mjs'

const PROCESSES = [
  'server.ts',
  'night-shift.ts',
  'server/thinking-thread.ts',
  'server/vault-process.ts',
  'simulate/simulate-orders.ts',
  'simulate/payment-sandbox-process.ts',
]
const SOURCES = [
  ...['app', 'components', 'inngest', 'lib', 'prisma', 'server', 'simulate', 'server.ts', 'night-shift.ts'],
  ...[
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
    'scripts/build.mjs',
  ],
  ...['instrumentation.ts', 'instrumentation-node.ts', 'instrumentation-client.ts', 'proxy.ts'],
]
const MARKER = join(root, 'dist/fingerprint')

const fingerprint = () =>
  fingerprintOf(SOURCES, process.versions.node.split('.')[0], process.platform, process.arch)

/** Whether the last build was made from these very sources. */
export function isBuilt() {
  return existsSync(MARKER) && readFileSync(MARKER, 'utf8') === fingerprint()
}

/**
 * Builds everything, saying every few seconds that it is still at it.
 * @throws Error with the tool's own output when a part doesn't build
 */
export async function build(say) {
  const startedAt = Date.now()
  const wanted = fingerprint()
  rmSync(MARKER, { force: true })
  let doing = 'generating the database client'
  const tell = () => say(`  ${doing} … ${Math.round((Date.now() - startedAt) / 1000)} s`)
  const timer = setInterval(tell, 5_000)
  try {
    await generateClient()
    doing = 'building the pages'
    tell()
    await Promise.all([bundleProcesses(), buildPages()])
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(join(root, 'dist/build.json'), JSON.stringify(await whatIsBuilt()))
    writeFileSync(MARKER, wanted)
  } finally {
    clearInterval(timer)
  }
}

/** Told by whoever builds where the history is not at hand, as in an image. */
async function whatIsBuilt() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const asked = await runCommand('git', ['rev-parse', '--short=12', 'HEAD'])
  const commit = process.env.STOWLINE_COMMIT || (asked.code === 0 ? asked.output.trim() : null)
  return { version, commit }
}

async function bundleProcesses() {
  const esbuild = await import('esbuild')
  const entries = PROCESSES.filter((file) => existsSync(join(root, file)))
  await esbuild.build({
    absWorkingDir: root,
    // Side by side in dist/, because they start each other by name.
    entryPoints: entries.map((file) => ({ in: file, out: file.split('/').at(-1).replace(/\.ts$/, '') })),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'error',
  })
  await esbuild.stop()
}

async function buildPages() {
  const env = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Pages are loaded to look at them, and the database's address must be one, though nobody calls it.
    DATABASE_URL: 'postgresql://unset@127.0.0.1/unset',
    STOWLINE_SECRET: 'only-for-the-build-and-never-used-to-sign',
  }
  const { code, output } = await runProgram('next/dist/bin/next', ['build'], env)
  if (code !== 0) throw new Error(`next build failed:\n${output}`)
  await compressFiles(join(root, '.next/static'))
}

/** Once and thoroughly, because a server has no time for it: what comes of it lies beside each file. */
async function compressFiles(folder) {
  const compress = promisify(brotliCompress)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /\.(js|css)$/.test(name)).map((name) => join(folder, name))
  await Promise.all(
    files.map(async (file) => writeFileSync(`${file}.br`, await compress(readFileSync(file)))),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const startedAt = Date.now()
  if (isBuilt()) console.log('The build is up to date.')
  else {
    console.log('Building Stowline (once for each version):')
    try {
      await build(console.log)
      console.log(`Built in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
    } catch (error) {
      console.error(error.message)
      process.exit(1)
    }
  }
}
