'use client'
import { LogOut } from 'lucide-react'
import { z } from 'zod'
import { Answered } from '@/components/live/answered'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Panel } from '@/components/ui/panel'
import { LoadingRows } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { type SessionEntry, sessionListSchema } from '@/lib/sites/people-schema'
import { sessionsPath } from './people-paths'
import { deviceWords } from './people-words'

type Props = { site: string /** null is oneself. */; userId: string | null }

/** Where somebody is signed in; each can be ended. */
export function SessionList({ site, userId }: Props) {
  const path = sessionsPath(userId)
  const sessions = useLiveQuery({ site, topic: 'alerts', path, schema: sessionListSchema })
  const { change, isPending } = useChange(site, 'alerts')
  const end = (session: string | null) =>
    void change({
      send: async () => {
        const which = session === null ? '' : `?session=${encodeURIComponent(session)}`
        await sendJson('DELETE', path + which, z.unknown())
        return session === null ? 'Signed out' : 'Signed out there'
      },
      failed: 'Nobody was signed out',
    })
  return (
    <Panel title="Signed in" flush>
      <Answered query={sessions} loading={<LoadingRows rows={2} />}>
        {({ items }) => (
          <>
            {items.length === 0 ? <p className="p-4 text-ink-soft text-sm">Nowhere.</p> : null}
            <ul className="divide-y divide-line empty:hidden">
              {items.map((session) => (
                <SessionLine key={session.id} session={session} onEnd={() => end(session.id)} />
              ))}
            </ul>
            {items.some(({ isThis }) => !isThis) ? (
              <div className="border-line border-t px-4 py-3">
                <Button isPending={isPending} onPress={() => end(null)}>
                  <LogOut size={14} aria-hidden="true" />
                  {userId === null ? 'Sign out everywhere else' : 'Sign out everywhere'}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function SessionLine({ session, onEnd }: { session: SessionEntry; onEnd: () => void }) {
  const { device, address, createdAt, isThis } = session
  const where = deviceWords(device)
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-2">
      <p className="min-w-0 text-ink text-sm">
        {where}
        {isThis ? <span className="text-ink-soft"> (this one)</span> : null}
        <span className="block text-ink-soft text-xs">
          since <Time at={createdAt} />
          {address ? `, from ${address}` : null}
        </span>
      </p>
      {isThis ? null : (
        <IconButton label={`Sign out ${where}`} onPress={onEnd}>
          <LogOut size={15} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}
