import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { eventJsonSchema, versionedType } from '@/lib/platform/event-type'
import { breakingChanges } from '@/lib/platform/rules/breaking-changes'
import { eventTypes } from './event-types'

const FOLDER = 'app/api/schemas/published'
const files = readdirSync(FOLDER)

// Each edition that this line of history has published; none where there is no history to ask (an unpacked archive).
function earlierEditions(file: string): Record<string, unknown>[] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const commits = git('log', '--first-parent', '--diff-filter=AM', '--format=%H', '--', `${FOLDER}/${file}`)
    return commits
      .split('\n')
      .filter((commit) => commit !== '')
      .map((commit) => JSON.parse(git('show', `${commit}:${FOLDER}/${file}`)))
  } catch {
    return []
  }
}

test('every published schema is still spoken, and every spoken one is published', () => {
  const spoken = eventTypes.map((type) => `${versionedType(type)}.json`)
  expect(files.toSorted(), 'npm run publish-schemas').toEqual(spoken.toSorted())
})

test('versions of a type count from 1 without a gap', () => {
  for (const { type } of eventTypes) {
    const versions = eventTypes.filter((one) => one.type === type).map(({ version }) => version)
    expect(versions.toSorted((a, b) => a - b)).toEqual(versions.map((_, index) => index + 1))
  }
})

describe.each(eventTypes.map((type) => [versionedType(type), type] as const))('%s', (name, type) => {
  const published = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'))
  const current = JSON.parse(JSON.stringify(eventJsonSchema(type)))

  test('keeps what was promised', () => {
    expect(
      breakingChanges(published, current, type.direction),
      'a breaking change needs a new version',
    ).toEqual([])
  })

  test('is published as it is', () => {
    expect(published, 'npm run publish-schemas').toEqual(current)
  })

  test('keeps what every earlier edition promised', () => {
    for (const edition of earlierEditions(`${name}.json`))
      expect(breakingChanges(edition, published, type.direction)).toEqual([])
  })
})
