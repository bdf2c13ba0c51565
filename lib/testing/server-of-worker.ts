import { inject } from 'vitest'

/** The maintenance database of the worker's own Postgres, from which it makes others. */
export function serverOfWorker(): string {
  const urls = inject('postgresUrls')
  // Workers are numbered from 1.
  return urls[(Number(process.env.VITEST_POOL_ID) - 1) % urls.length] ?? ''
}
