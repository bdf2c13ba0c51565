import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { eventTypes } from '@/app/api/schemas/event-types'
import { eventJsonSchema, versionedType } from '@/lib/platform/event-type'
import { breakingChanges } from '@/lib/platform/rules/breaking-changes'

/**
 * `npm run publish-schemas`: writes down the schema of every type and version of event as promised to the outside.
 * What breaks a promise is not written: it needs a new version.
 */
for (const type of eventTypes) {
  const file = `app/api/schemas/published/${versionedType(type)}.json`
  const schema = eventJsonSchema(type)
  const breaks = existsSync(file)
    ? breakingChanges(JSON.parse(readFileSync(file, 'utf8')), schema, type.direction)
    : []
  for (const change of breaks) console.error(`${versionedType(type)}: ${change}`)
  if (breaks.length > 0) process.exitCode = 1
  else writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
}
if (process.exitCode)
  console.error('A promise stays as it is: add a version (and its step in rules/upcast.ts).')
