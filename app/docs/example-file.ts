import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The text of an example: the very file that a test runs, and that `/examples/…` hands out. */
export const exampleFile = (name: string): Promise<string> =>
  readFile(join(process.cwd(), 'public/examples', name), 'utf8')
