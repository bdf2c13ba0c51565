import { json } from '@/app/answers'
import { door } from '@/app/door'
import { methods } from '@/app/methods'
import { secondsSinceWatched } from '@/lib/queue-health/queries'
import { showWatchOperation } from '../../public-operations'

const TOO_LONG_SECONDS = 15

/** For a monitor outside: 503 when nobody has looked for 15 s. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: door(showWatchOperation, async () => {
    const seconds = await secondsSinceWatched().catch(() => null)
    const watched = seconds !== null && seconds < TOO_LONG_SECONDS
    return json({ status: watched ? 'watched' : 'not watched', seconds }, watched ? 200 : 503)
  }),
})
