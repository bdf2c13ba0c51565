import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the project; every script works from there, wherever it was called. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * Runs a command and keeps what it prints.
 * @returns its exit code and everything it printed, in order
 */
export function runCommand(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}\n` }))
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}ended by ${signal}\n` : output }),
    )
  })
}

/** Runs a package's own program, without a shell in between. */
export const runProgram = (file, args, env) =>
  runCommand(process.execPath, [`${root}/node_modules/${file}`, ...args], env)
