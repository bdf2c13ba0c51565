import { readFileSync } from 'node:fs'
import { z } from 'zod'

const buildSchema = z.object({ version: z.string(), commit: z.string().nullable() })
export type Build = z.infer<typeof buildSchema>

let read: Build | undefined

/** What this house was built from; told by the build, and of a house that runs from its sources by its package. */
export function readBuild(): Build {
  read ??= readJson('dist/build.json') ?? readJson('package.json') ?? { version: 'unknown', commit: null }
  return read
}

function readJson(path: string): Build | undefined {
  try {
    return buildSchema.parse({ commit: null, ...JSON.parse(readFileSync(path, 'utf8')) })
  } catch {
    return undefined
  }
}
