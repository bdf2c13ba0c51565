'use client'
import { KeyRound, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Question } from '@/components/ui/question'
import { invitedSchema, type PersonEntry, personSchema } from '@/lib/sites/people-schema'
import { PasswordDialog } from './password-dialog'
import { personPath } from './people-paths'

type Props = { site: string; person: PersonEntry; isOwn: boolean }

/** Lets a person in again, or not any more. One's own password is changed where one knows the old one. */
export function PersonActions({ site, person, isOwn }: Props) {
  const { change, isPending } = useChange(site, 'alerts')
  const [asking, setAsking] = useState<'reset' | 'disable' | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const path = personPath(person.id)
  const isDisabled = person.state === 'disabled'
  const close = () => setAsking(null)
  if (isOwn) return null
  const reset = async () => {
    setPassword((await sendJson('POST', `${path}/reset-password`, invitedSchema)).password)
    return `${person.name} has another password`
  }
  const disable = async () => {
    await sendJson('POST', `${path}/disable`, personSchema)
    return `${person.name} is signed out and cannot sign in`
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button isPending={isPending} onPress={() => setAsking('reset')}>
        <KeyRound size={14} aria-hidden="true" />
        {isDisabled ? 'Let in again' : 'New password'}
      </Button>
      {isDisabled ? null : (
        <Button isPending={isPending} onPress={() => setAsking('disable')}>
          <UserRoundX size={14} aria-hidden="true" />
          Disable
        </Button>
      )}
      {password === null ? null : (
        <PasswordDialog {...{ name: person.name, password }} onClose={() => setPassword(null)} />
      )}
      <Question
        title={`Another password for ${person.name}?`}
        deed="Make one"
        isOpen={asking === 'reset'}
        onClose={close}
        onDo={() => void change({ send: reset, failed: 'The password is the old one' })}
      >
        They are signed out everywhere. With the new one they choose a password of their own within a week.
      </Question>
      <Question
        title={`Let ${person.name} in no more?`}
        deed="Disable"
        isOpen={asking === 'disable'}
        onClose={close}
        onDo={() => void change({ send: disable, failed: `${person.name} stays as they are` })}
      >
        They are signed out everywhere at once. What they did keeps their name.
      </Question>
    </div>
  )
}
