import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** How a part is run: its bundle beside ours, or in development its source. */
export function entryOf(source: string): string[] {
  const bundle = fileURLToPath(new URL(`./${source.split('/').at(-1)}.mjs`, import.meta.url))
  return existsSync(bundle)
    ? [bundle]
    : ['--import', 'tsx', fileURLToPath(new URL(`../${source}.ts`, import.meta.url))]
}
