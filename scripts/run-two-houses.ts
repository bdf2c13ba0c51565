import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-command.mjs'
import { openTwoHouses } from './two-houses/open-two-houses'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run two-houses`: two web processes behind a proxy on PORT (3000), in the data folder of `npm start`. */
async function main(): Promise<void> {
  process.chdir(root)
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
  const dataFolder = process.env.STOWLINE_DATA || '.data'
  const port = Number(process.env.PORT || 3000)
  const opened = await openTwoHouses({ dataFolder, port, settings: {}, log: say, complaints: 'inherit' })
  say(`Two houses stand behind ${opened.url}: ${opened.houses.map(({ url }) => url).join(' and ')}`)
  if (!opened.hasRedis) say('There is no redis-server here: Postgres carries what they tell each other.')
  const { users } = JSON.parse(readFileSync(join(dataFolder, 'demo.json'), 'utf8')) as {
    users: { role: string; email: string; password: string }[]
  }
  for (const { role, email, password } of users) say(`  ${role.padEnd(8)} ${email}  ${password}`)
  let isClosing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isClosing) return
      isClosing = true
      void opened.close().then(() => process.exit(0))
    })
}

main().catch((error: unknown) => {
  process.stderr.write(`Two houses cannot open: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
