'use client'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { Conveyor } from '@/lib/conveyor/schema'
import type { BeltStore } from './belt-store'
import { useBeltNow } from './use-belt-now'

/** A slow commit is not worth a word. */
const WAITING_MS = 2_000

type Props = {
  sorters: Conveyor['sorters']
  store: BeltStore
  /** Without a word from the server nobody knows who answers. */
  isSilent: boolean
}

/** What the belts' people should know, calmly: the belt itself goes on. */
export function BeltBanners({ sorters, store, isSilent }: Props) {
  const { unrecorded, unrecordedSinceMs } = useBeltNow(store)
  const nowMs = store.drawnMs(Date.now())
  const silent = sorters.filter(({ isAnswered }) => !isAnswered)
  return (
    <>
      {silent.length > 0 && !isSilent ? (
        <Notice state="late" title={`Nobody answers for ${silent.map(({ id }) => id).join(' and ')}.`}>
          Its boxes run on to the exceptions until a process takes it over, which takes seconds.
        </Notice>
      ) : null}
      {unrecordedSinceMs !== null && nowMs - unrecordedSinceMs > WAITING_MS ? (
        <Notice
          state="waiting"
          title={`${unrecorded} ${unrecorded === 1 ? 'decision waits' : 'decisions wait'} for the database`}
        >
          since <Time at={new Date(unrecordedSinceMs).toISOString()} as="clock" />. The belt is answered as
          always; they are written down here and follow when it is back.
        </Notice>
      ) : null}
    </>
  )
}
