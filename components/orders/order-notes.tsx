'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { TextField } from '@/components/ui/text-field'
import { Time } from '@/components/ui/time'
import type { OrderPage } from '@/lib/support/schema'
import { useAct } from './acts/use-act'

/** What people want the next one to know; a note can be taken back. */
export function OrderNotes({ order }: { order: OrderPage }) {
  const { act, isPending } = useAct(order)
  const [text, setText] = useState('')
  const write = async () => {
    const isWritten = await act({
      ...{ path: '/notes', body: { text: text.trim() } },
      done: 'Noted',
      failed: 'The note was not written',
    })
    if (isWritten) setText('')
  }
  return (
    <Panel title="Notes">
      <ul className="flex flex-col gap-3 empty:hidden">
        {order.notes.map(({ id, text: note, writtenBy, writtenAt }) => (
          <li key={id} className="flex items-start justify-between gap-3 text-sm">
            <span className="min-w-0">
              <span className="block break-words text-ink">{note}</span>
              <span className="text-ink-soft text-xs">
                {writtenBy}, <Time at={writtenAt} />
              </span>
            </span>
            <Button
              isPending={isPending}
              onPress={() =>
                void act({
                  ...{ method: 'DELETE', path: `/notes/${id}` },
                  done: 'The note is taken back',
                  failed: 'The note stays',
                })
              }
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={`flex items-end gap-2 *:first:grow ${order.notes.length > 0 ? 'mt-4' : ''}`}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') void write()
        }}
      >
        <TextField label="A note for the next one" value={text} onChange={setText} maxLength={1_000} />
        <Button type="submit" isPending={isPending}>
          Note
        </Button>
      </form>
    </Panel>
  )
}
