import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new, empty data folder for a house or a database that does not stay, `stowline-<purpose>-…`; whoever asks removes it. Postgres
 * doesn't run as root and its account must be able to enter, or its files would be elsewhere, and stay.
 */
export function makeDataFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `stowline-${purpose}-`))
  chmodSync(folder, 0o755)
  return folder
}
