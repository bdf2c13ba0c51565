import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'

const SILENT_MS = 15_000

type Props = { watchedAt: string | null; askedAtMs: number }

/**
 * Says when nobody watches. Compared with when the answer was had, not with now: a page without a network knows
 * nothing of the watcher, and says so elsewhere.
 */
export function WatchedBanner({ watchedAt, askedAtMs }: Props) {
  if (watchedAt !== null && askedAtMs - Date.parse(watchedAt) <= SILENT_MS) return null
  return (
    <Notice state="failed" role="alert" title="Nobody is watching the queues.">
      {watchedAt === null ? (
        'The watcher has not looked yet.'
      ) : (
        <>
          The watcher last looked <Time at={watchedAt} />; this is how things stood then.
        </>
      )}{' '}
      No alert opens until it is back.
    </Notice>
  )
}
