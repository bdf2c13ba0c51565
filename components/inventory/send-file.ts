import { z } from 'zod'
import { problemOf } from '@/components/live/fetch-json'
import { sendImportPath } from './import-paths'

const startedSchema = z.object({ id: z.string() })

/**
 * Sends a CSV file of stock events; answers the import's id.
 * @throws FetchProblem with words fit to be shown
 */
export async function sendFile(site: string, file: File): Promise<string> {
  const response = await fetch(sendImportPath(site), {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'text/csv' },
    body: file,
  }).catch(() => null)
  if (!response?.ok) throw await problemOf(response)
  return startedSchema.parse(await response.json()).id
}
