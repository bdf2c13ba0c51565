// `npm test`, `npm run verify` and CI: every check there is, each a line, and at the end one line over all of them.
// `--only lint,audit,walls,types,migrations,unit,build,e2e` runs some.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditPackages } from './audit-packages.mjs'
import { findChromium } from './find-chromium.mjs'
import { generateClient } from './generate-client.mjs'
import { root, runCommand, runProgram } from './run-command.mjs'

process.chdir(root)
process.env.NEXT_TELEMETRY_DISABLED = '1'
const scratch = mkdtempSync(join(tmpdir(), 'stowline-verify-'))
chmodSync(scratch, 0o755)
const script = (name, ...args) => runCommand(process.execPath, [`scripts/${name}.mjs`, ...args])

/** Each stage gives { code, output } and, when it has tests of its own, { passed, failed }. */
const STAGES = {
  lint: () =>
    runProgram('@biomejs/biome/bin/biome', [
      'ci',
      '--error-on-warnings',
      '--max-diagnostics=200',
      '--colors=off',
    ]),
  audit: auditPackages,
  walls: async () => {
    const rooms = [
      'app',
      'components',
      'inngest',
      'lib',
      'prisma',
      'server',
      'simulate',
      'e2e',
      'bench',
      'chaos',
      'server.ts',
      'night-shift.ts',
    ]
    const walls = await runProgram('dependency-cruiser/bin/dependency-cruise.mjs', [
      '--output-type=err-long',
      ...rooms.filter((path) => existsSync(path)),
    ])
    return walls.code === 0 ? await script('draw-floor-plan', '--check') : walls
  },
  types: async () => {
    const routes = await runProgram('next/dist/bin/next', ['typegen'])
    return routes.code === 0
      ? await runProgram('typescript/bin/tsc', ['--noEmit', '--pretty', 'false'])
      : routes
  },
  migrations: () => script('check-migrations'),
  unit: async () => {
    const report = join(scratch, 'vitest.json')
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const run = await runProgram('vitest/vitest.mjs', args, { NO_COLOR: '1' })
    const counted = readReport(report)
    const failures = (counted?.testResults ?? []).flatMap(failedChecks)
    return { ...run, failures, passed: counted?.numPassedTests, failed: counted?.numFailedTests }
  },
  build: () => script('build'),
  e2e: async () => {
    const report = join(scratch, 'playwright.json')
    const env = { E2E_DATA: join(scratch, 'data'), E2E_REPORT: report, NO_COLOR: '1' }
    const CHROMIUM_PATH = await findChromium(console.log)
    const run = await runProgram('@playwright/test/cli.js', ['test'], { ...env, CHROMIUM_PATH })
    const counted = readReport(report)
    const { expected, unexpected, flaky } = counted?.stats ?? {}
    const failures = (counted?.suites ?? []).flatMap(failedVisits)
    const failed = unexpected === undefined ? undefined : unexpected + flaky
    return { ...run, failures, passed: expected, failed }
  },
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** What failed in a file of Vitest's report, a text each. */
function failedChecks({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return message ? [`${name}\n${message}`] : []
  return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`)
}

/** What failed in a suite of Playwright's report and in those inside it, a text each. */
function failedVisits({ file, specs = [], suites = [] }) {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []))
      return `${file}: ${title}\n${errors.map(({ message }) => message).join('\n')}`
    })
  return [...failed, ...suites.flatMap(failedVisits)]
}

/** Runs a stage; whatever goes wrong in it, also before its first test, is at least one failure. */
async function runStage(name) {
  const startedAt = Date.now()
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
  const timer = setInterval(() => console.log(`  ${name} … ${seconds()}`), 15_000)
  const run = await STAGES[name]().catch((error) => ({ code: 1, output: `${error.message}\n` }))
  clearInterval(timer)
  const ok = run.code === 0
  const passed = run.passed ?? (ok ? 1 : 0)
  const failed = Math.max(run.failed ?? 0, ok ? 0 : 1)
  const tests = run.passed === undefined ? '' : `  ${passed} passed, ${failed} failed`
  const note = run.note === undefined ? '' : `  ${run.note}`
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)}  ${seconds().padStart(8)}${tests}${note}`)
  const failures = run.failures ?? []
  // The whole output is long, and who prints a log may cut it: the names of all that failed come first, and again last.
  const names = failures.map((failure) => failure.split('\n', 1)[0])
  for (const failure of names) console.log(`- ${failure}`)
  for (const failure of failures) console.log(`\n${failure}`)
  if (!ok) console.log(run.output.trimEnd())
  return { passed, failed, names }
}

function wantedStages() {
  const at = process.argv.indexOf('--only')
  if (at < 0) return Object.keys(STAGES)
  const names = (process.argv[at + 1] ?? '').split(',')
  const unknown = names.find((name) => !STAGES[name])
  if (unknown === undefined) return names
  console.error(`There is no stage "${unknown}"; there are ${Object.keys(STAGES).join(', ')}.`)
  process.exit(1)
}

const total = { passed: 0, failed: 0, names: [] }
try {
  const names = wantedStages()
  await generateClient()
  for (const name of names) {
    const { passed, failed, names: failedNames } = await runStage(name)
    total.passed += passed
    total.failed += failed
    total.names.push(...failedNames)
  }
} catch (error) {
  console.error(error.message)
  total.failed += 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
for (const name of total.names) console.log(`- ${name}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)
