import { eraseOldPersons } from '@/lib/support/erase-old-persons'
import { inngest } from './client'

/** Idempotent: who was erased is not found again. */
export const eraseOldPersonsEveryNight = inngest.createFunction(
  {
    id: 'erase-old-persons-every-night',
    retries: 5,
    concurrency: { limit: 1 },
    triggers: [{ cron: '40 3 * * *' }],
  },
  async ({ step }) => step.run('erase', () => eraseOldPersons(new Date())),
)
