import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const NOUNS = new Set(['schema.ts', 'events.ts', 'errors.ts', 'queries.ts', 'README.md'])
const PLUMBING = ['platform', 'testing']
const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const rooms = readdirSync('lib').filter((room) => !PLUMBING.includes(room))

describe.each(rooms)('lib/%s', (room) => {
  const files = readdirSync(`lib/${room}`)

  test('says in a README what it is', () => {
    expect(files).toContain('README.md')
  })

  test.each(files)('%s is a noun file, a verb, its SQL, a test, or the folder rules', (file) => {
    const path = `lib/${room}/${file}`
    if (statSync(path).isDirectory()) return expect(file).toBe('rules')
    if (NOUNS.has(file.replace(/^[a-z-]+-schema\.ts$/, 'schema.ts')) || /\.test\.tsx?$/.test(file)) return
    if (file.endsWith('.sql'))
      return expect(existsSync(path.replace(/\.sql$/, '.ts')), 'the verb beside its SQL').toBe(true)
    const verb = camelCase(file.replace(/\.tsx?$/, ''))
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`export (async )?(function|const) ${verb}\\b`))
  })
})
