import { json } from '@/app/answers'
import { methods } from '@/app/methods'
import { secondsSinceWatched } from '@/lib/queue-health/queries'

const TOO_LONG_SECONDS = 15

/** Whether somebody watches over the deferred work, for a monitor outside: 503 when nobody has looked for 15 s. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async () => {
    const seconds = await secondsSinceWatched().catch(() => null)
    const watched = seconds !== null && seconds < TOO_LONG_SECONDS
    return json({ status: watched ? 'watched' : 'not watched', seconds }, watched ? 200 : 503)
  },
})
