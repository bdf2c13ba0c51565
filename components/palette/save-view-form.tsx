'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { ChoiceBar } from '@/components/ui/choice-bar'
import { TextField } from '@/components/ui/text-field'
import { savedViewSchema } from '@/lib/sites/schema'
import { useReadViewsAgain } from './use-saved-views'

const NAME_CHARACTERS = 80
const READERS = [
  { id: 'me', text: 'Only me' },
  { id: 'site', text: 'Everybody here' },
] as const

/** `path` is null where a screen cannot be kept. */
type Props = { site: string; path: string | null; onSaved: () => void }

/** Keeps the screen as it is now; under a name that one has used already, it takes that one's place. */
export function SaveViewForm({ site, path, onSaved }: Props) {
  const { change, isPending } = useChange(site, 'orders')
  const readAgain = useReadViewsAgain(site)
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [isTold, setTold] = useState(false)
  const isMissing = name.trim() === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTold(true)
    if (isMissing || path === null) return
    const send = async () => {
      const view = await sendJson('POST', '/api/saved-views', savedViewSchema, { site, name, path, isShared })
      return `“${view.name}” is saved`
    }
    if (!(await change({ send, failed: 'The view was not saved' }))) return
    await readAgain()
    onSaved()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-3 border-line border-t p-4"
    >
      <TextField
        label="Save this view as"
        value={name}
        onChange={setName}
        maxLength={NAME_CHARACTERS}
        isInvalid={isTold && isMissing}
        problem="A name that you will know it by."
        isRequired
      />
      <div className="flex items-center justify-between gap-3">
        <ChoiceBar
          label="Who sees it"
          options={READERS}
          chosen={isShared ? 'site' : 'me'}
          onChoose={(reader) => setShared(reader === 'site')}
        />
        <Button look="primary" type="submit" isPending={isPending} isDisabled={path === null}>
          {isPending ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
