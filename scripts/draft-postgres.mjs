import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'

/** Runs `work` with the address of an empty Postgres that is thrown away afterwards. */
export async function withDraftPostgres(work) {
  const { openPostgres } = await tsImport('../lib/platform/embedded-postgres.ts', import.meta.url)
  const dataFolder = mkdtempSync(join(tmpdir(), 'stowline-draft-'))
  // Postgres doesn't run as root; its account must be able to enter.
  chmodSync(dataFolder, 0o755)
  try {
    const postgres = await openPostgres({ dataFolder, log: () => {}, durable: false })
    try {
      return await work(postgres.url)
    } finally {
      await postgres.stop()
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
