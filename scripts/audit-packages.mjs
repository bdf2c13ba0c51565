// What we install from others: whether it runs anything while it is installed, and whether something bad is known of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runCommand } from './run-command.mjs'

const SERIOUS = ['high', 'critical']
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'))

/** Packages that would run a script at `npm ci` and of which nobody has said whether they may (`allowScripts`). */
function undecidedScripts() {
  const { allowScripts } = read('package.json')
  return Object.entries(read('package-lock.json').packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1))
    .filter((name) => typeof allowScripts[name] !== 'boolean')
}

/**
 * Asks the registry for advisories about the lock file. An advisory of a package that the product itself needs, high or
 * critical, is a failure; being without a network is none, and is said.
 * @returns { code, output, note }
 */
export async function auditPackages() {
  const undecided = undecidedScripts()
  if (undecided.length > 0) {
    const output = `Wants to run a script when it is installed: ${undecided.join(', ')}. Say true or false of it in package.json, allowScripts.`
    return { code: 1, output }
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = ['--json', '--omit=dev', '--fetch-retries=0', '--fetch-timeout=20000']
  const { output } = await runCommand(npm, ['audit', ...options])
  return judge(output)
}

function judge(output) {
  const report = reportIn(output)
  if (!report?.metadata?.vulnerabilities)
    return {
      code: 0,
      output,
      note: `no advisory was looked up: ${withoutAddress(report?.message ?? 'no registry was reached')}`,
    }
  const found = Object.values(report.vulnerabilities)
  const serious = found.filter(({ severity }) => SERIOUS.includes(severity))
  const lines = found.map(({ name, severity, range }) => `${severity}: ${name} ${range}`)
  if (serious.length > 0) return { code: 1, output: lines.join('\n') }
  return { code: 0, output, note: lines.join(', ') || 'no advisory is known of any package' }
}

/** Which registry it was is a matter of the machine. */
const withoutAddress = (message) => message.replace(/ - \w+ https?:\S+/, '')

/** npm may say something else around it. */
function reportIn(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}
