import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-command.mjs'

const NOT_BUILT =
  /(^|\/)(generated|testing|migrations|constraints|node_modules)(\/|$)|\.test\.tsx?$|\.(md|sql|jsonl)$/

function filesBelow(path) {
  const full = join(root, path)
  if (NOT_BUILT.test(path) || !existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`))
}

/** One hash over the names and contents of files and folders; the same sources give the same hash on every machine. */
export function fingerprintOf(paths, ...also) {
  const hash = createHash('sha256').update(JSON.stringify(also))
  for (const file of paths.flatMap(filesBelow))
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
