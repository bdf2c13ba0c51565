'use client'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { FetchProblem } from '@/components/live/fetch-json'
import { sendJson } from '@/components/live/send-json'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { ownPasswordSchema } from '@/lib/sites/people-schema'

type Props = { onChanged: () => void }

/** Chooses one's own password; whoever else is signed in with the old one is signed out. */
export function OwnPasswordForm({ onChanged }: Props) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const asked = ownPasswordSchema.safeParse({ current, next })
    if (!asked.success) return setRefusal(`The new password: ${asked.error.issues[0]?.message}.`)
    setPending(true)
    setRefusal(null)
    try {
      await sendJson('PUT', '/api/me/password', z.unknown(), asked.data)
      setCurrent('')
      setNext('')
      onChanged()
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      setRefusal(error.message)
    } finally {
      setPending(false)
    }
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        label="Password until now"
        type="password"
        autoComplete="current-password"
        isRequired
        value={current}
        onChange={setCurrent}
      />
      <TextField
        label="New password, at least 12 characters"
        type="password"
        autoComplete="new-password"
        isRequired
        value={next}
        onChange={setNext}
      />
      <div role="alert" className="empty:hidden">
        {refusal ? (
          <Notice state="failed" title="It is the old one still.">
            {refusal}
          </Notice>
        ) : null}
      </div>
      <span>
        <Button look="primary" type="submit" isPending={isPending}>
          {isPending ? 'Changing…' : 'Change the password'}
        </Button>
      </span>
    </form>
  )
}
