'use client'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { invitationSchema, invitedSchema } from '@/lib/sites/people-schema'
import { PasswordDialog } from './password-dialog'
import { PersonFields, type PersonForm } from './person-fields'

type Props = { site: string; sites: readonly string[]; onClose: () => void }
type Made = { name: string; password: string }

/** Makes an account; its first password is shown once, then the dialog can be closed. */
export function InviteDialog({ site, sites, onClose }: Props) {
  const [made, setMade] = useState<Made | null>(null)
  if (made !== null) return <PasswordDialog {...made} onClose={onClose} />
  return (
    <Dialog title="Who shall sign in?" isOpen onOpenChange={onClose}>
      <InviteForm {...{ site, sites, onClose }} onMade={setMade} />
    </Dialog>
  )
}

function InviteForm({ site, sites, onClose, onMade }: Props & { onMade: (made: Made) => void }) {
  const { change, isPending } = useChange(site, 'alerts')
  const [email, setEmail] = useState('')
  const [form, setForm] = useState<PersonForm>({ name: '', role: 'picker', sites: [site] })
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const asked = invitationSchema.safeParse({ ...form, email: email.trim() })
    const field = asked.error?.issues[0]?.path[0]
    setWrong(asked.success ? null : String(field))
    if (!asked.success) return
    const send = async () => {
      const { name, password } = await sendJson('POST', '/api/people', invitedSchema, asked.data)
      onMade({ name, password })
      return `${name} is invited`
    }
    await change({ send, failed: 'Nobody was invited' })
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        label="E-mail"
        type="email"
        value={email}
        onChange={setEmail}
        isRequired
        isInvalid={wrong === 'email'}
        problem="This is no e-mail address."
        autoFocus
      />
      <PersonFields form={form} sites={sites} edit={(some) => setForm({ ...form, ...some })} />
      <p role="alert" className="text-failed text-sm empty:hidden">
        {wrong === 'name' ? 'Somebody has a name.' : null}
        {wrong === 'sites' ? 'Choose a site at least.' : null}
      </p>
      <DialogActions>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="primary" type="submit" isPending={isPending}>
          {isPending ? 'Inviting…' : 'Invite'}
        </Button>
      </DialogActions>
    </form>
  )
}
