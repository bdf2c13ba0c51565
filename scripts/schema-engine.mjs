#!/usr/bin/env node
// Stand-in for Prisma's native schema engine, which is a download: the same engine compiled to wasm, behind the same
// protocol (JSON-RPC, a line each, on stdin and stdout). prisma.config.ts tells Prisma to run this one.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import readline from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { adapterFactory, openPool, withDatabase } from './schema-engine-adapter.mjs'

const wasmFolder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
const options = readOptions(process.argv.slice(2))
const { factory, dropShadows } = adapterFactory(
  options.datasource?.url,
  options.datasource?.shadowDatabaseUrl,
)
let engine

function readOptions(args) {
  const read = { datamodels: [] }
  for (let at = 0; at < args.length; at++) {
    if (args[at] === '--datamodels') read.datamodels.push(args[++at])
    else if (args[at] === '--datasource') read.datasource = JSON.parse(args[++at])
    else if (args[at] === '--enabled-preview-features' || args[at] === '--extension-types') at++
    else if (args[at] === 'cli') read.cli = args[++at]
    else if (args[at] === '--version' || args[at] === '-V') read.version = true
  }
  return read
}

function sayVersion() {
  const { version } = JSON.parse(fs.readFileSync(path.join(wasmFolder, 'package.json'), 'utf8'))
  console.log(`schema-engine-cli wasm-${version}`)
}

async function query(url, sql) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The commands that Prisma asks by argument instead of JSON-RPC, with the error codes it knows. */
async function runCommandLine(command) {
  const url = options.datasource.url
  const { hostname, port, username, pathname } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1))
  const quoted = pg.escapeIdentifier(database)
  const maintenance = withDatabase(url, 'postgres')
  try {
    if (command === 'can-connect-to-database') await query(url, 'SELECT 1')
    else if (command === 'create-database') await query(maintenance, `CREATE DATABASE ${quoted}`)
    else if (command === 'drop-database')
      await query(maintenance, `DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`)
  } catch (error) {
    const known = {
      '3D000': ['P1003', `Database \`${database}\` does not exist`],
      '28P01': ['P1000', `Authentication failed, the credentials for \`${username}\` are not valid.`],
      '42P04': ['P1009', `Database \`${database}\` already exists`],
    }
    const unreachable = [
      'P1001',
      `Can't reach database server at \`${hostname}:${port || 5432}\` (${error.message})`,
    ]
    const [error_code, message] = known[error.code] ?? unreachable
    const fields = { error_code, message, is_panic: false }
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
    process.exit(1)
  }
}

// A panic in wasm never settles its promise: without this the process would end with 0 and Prisma report success.
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    const fields = { message, is_panic: true }
    fs.writeSync(2, `${JSON.stringify({ level: 'ERROR', target: 'schema_engine', fields })}\n`)
    process.exit(101)
  },
}

async function openEngine() {
  const wasm = fs.readFileSync(path.join(wasmFolder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start?.()
  // An empty list panics ("validate_multi_file() must be called with at least one file").
  const files = options.datamodels.map((file) => [file, fs.readFileSync(file, 'utf8')])
  const datamodels = files.length > 0 ? files : undefined
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

async function theEngine() {
  engine ??= openEngine()
  return await engine
}

// These two have no factory of shadow databases of their own; they use the engine's cache of "schema after these
// migrations", which a diagnosis fills.
async function afterDiagnosis(method, params) {
  const { migrationsList, filters } = params
  const opened = await theEngine()
  await opened.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: true, filters })
  return opened[method](params)
}

const METHODS = {
  evaluateDataLoss: (params) => afterDiagnosis('evaluateDataLoss', params),
  createMigration: (params) => afterDiagnosis('createMigration', params),
  getDatabaseVersion: async () => (await theEngine()).version(null),
  async createDatabase() {
    const databaseName = decodeURIComponent(new URL(options.datasource.url).pathname.slice(1))
    const create = `CREATE DATABASE ${pg.escapeIdentifier(databaseName)}`
    await query(withDatabase(options.datasource.url, 'postgres'), create)
    return { databaseName }
  },
  async dbExecute(params) {
    const pool = openPool(params.datasourceType?.url ?? options.datasource.url)
    try {
      await pool.query(params.script)
    } finally {
      await pool.end()
    }
    return {}
  },
}

async function call(method, params) {
  if (METHODS[method]) return METHODS[method](params ?? {})
  const opened = await theEngine()
  if (typeof opened[method] !== 'function')
    throw new Error(`method ${method} is not supported by the wasm engine`)
  return opened[method](params)
}

function send(message) {
  return new Promise((sent) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`, sent),
  )
}

async function answer(line) {
  const { id, method, params } = JSON.parse(line)
  // Prisma's answer to our `print`.
  if (!method) return
  try {
    let result = (await call(method, params)) ?? {}
    // The native engine prints a diff through a request to Prisma, and returns none.
    if (method === 'diff' && result.stdout != null) {
      await send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } })
      result = { ...result, stdout: null }
    }
    await send({ id, result })
  } catch (error) {
    const message = String(error?.message ?? error)
    const data = { is_panic: false, message, meta: error?.meta ?? null, error_code: error?.code ?? null }
    await send({ id, error: { code: 4466, message, data } })
  }
}

if (options.version) sayVersion()
else if (options.cli) await runCommandLine(options.cli)
else {
  let pending = Promise.resolve()
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  lines.on('line', (line) => {
    pending = pending.then(() => answer(line))
  })
  lines.on('close', () => {
    pending = pending.then(dropShadows).then(() => process.exit(0))
  })
}
