'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { Notice } from '@/components/ui/notice'
import { StatePill } from '@/components/ui/state-pill'
import { type PersonEntry, personSchema } from '@/lib/sites/people-schema'
import { personPath } from './people-paths'
import { PERSON_STATES } from './people-words'
import { PersonActions } from './person-actions'
import { PersonFields, type PersonForm } from './person-fields'
import { SessionList } from './session-list'

type Props = {
  site: string
  sites: readonly string[]
  person: PersonEntry
  isOwn: boolean
  onClose: () => void
}

/** One person: what they are, where they are signed in, and what can be done about it. */
export function PersonDrawer({ site, sites, person, isOwn, onClose }: Props) {
  const { text, state } = PERSON_STATES[person.state]
  return (
    <Drawer title={person.name} isOpen onClose={onClose}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
        <span className="[overflow-wrap:anywhere]">{person.email}</span>
        <StatePill state={state}>{text}</StatePill>
      </p>
      {person.isElsewhere ? (
        <Notice state="waiting" title="Also of other sites:">
          you can change which of yours they belong to. The rest is for somebody who has all of their sites.
        </Notice>
      ) : null}
      <ChangeForm {...{ site, sites, person }} onLeft={onClose} />
      {person.isElsewhere ? null : <PersonActions {...{ site, person, isOwn }} />}
      <SessionList site={site} userId={person.id} />
    </Drawer>
  )
}

type FormProps = Pick<Props, 'site' | 'sites' | 'person'> & { onLeft: () => void }

function ChangeForm({ site, sites, person, onLeft }: FormProps) {
  const { change, isPending } = useChange(site, 'alerts')
  const [edited, setEdited] = useState<Partial<PersonForm>>({})
  const form = { name: person.name, role: person.role, sites: person.sites, ...edited }
  const isChanged = Object.keys(edited).length > 0
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const send = async () => {
      await sendJson('PUT', personPath(person.id), personSchema.nullable(), form)
      return `${form.name} is changed`
    }
    const done = await change({ send, failed: `${person.name} stays as they are` })
    if (!done) return
    setEdited({})
    if (!form.sites.includes(site)) onLeft()
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <PersonFields
        {...{ form, sites, isSitesOnly: person.isElsewhere }}
        edit={(some) => setEdited({ ...edited, ...some })}
      />
      <span>
        <Button look="primary" type="submit" isPending={isPending} isDisabled={!isChanged}>
          {isPending ? 'Saving…' : 'Save'}
        </Button>
      </span>
    </form>
  )
}
