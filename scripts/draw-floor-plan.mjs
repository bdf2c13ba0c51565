// `npm run floor-plan`: draws which room enters which, from what the code imports, into README.md.
// With --check it only tells whether the drawing there is current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { root } from './run-command.mjs'

const BEGIN = '<!-- floor-plan: drawn by npm run floor-plan -->'
const END = '<!-- /floor-plan -->'
/** Everyone enters the plumbing, and tests live in it. */
const NOT_DRAWN = ['platform', 'testing']
const README = join(root, 'README.md')

process.chdir(root)
const { output } = await cruise(['lib'], {
  exclude: { path: '\\.test\\.tsx?$' },
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  ruleSet: { options: { tsConfig: { fileName: 'tsconfig.json' } } },
})
const roomOf = (path) => path.match(/^lib\/([^/]+)\//)?.[1]
const doors = new Set()
for (const { source, dependencies } of output.modules) {
  for (const { resolved } of dependencies) {
    const [from, to] = [roomOf(source), roomOf(resolved)]
    if (from && to && from !== to && ![from, to].some((room) => NOT_DRAWN.includes(room)))
      doors.add(`  ${from} --> ${to}`)
  }
}
const rooms = readdirSync('lib').filter((room) => !NOT_DRAWN.includes(room))
const plan = [
  '```mermaid',
  'graph LR',
  ...rooms.map((room) => `  ${room}`),
  ...[...doors].sort(),
  '```',
].join('\n')

const readme = readFileSync(README, 'utf8')
const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)]
if (from < 0 || to < from) {
  console.error(
    `README.md has no place for the floor plan: put the lines ${BEGIN} and ${END} where it belongs.`,
  )
  process.exit(1)
}
const drawn = `${readme.slice(0, from)}${BEGIN}\n${plan}\n${readme.slice(to)}`
if (!process.argv.includes('--check')) writeFileSync(README, drawn)
else if (drawn !== readme) {
  console.error(
    'The floor plan in README.md shows other doors than the code has. Draw it again: npm run floor-plan',
  )
  process.exit(1)
}
