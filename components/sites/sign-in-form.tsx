'use client'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { StateMark } from '@/components/ui/state-mark'
import { TextField } from '@/components/ui/text-field'
import { type Role, roleSchema } from '@/lib/sites/schema'
import { afterSignIn } from './after-sign-in'
import { authClient } from './auth-client'
import { refusalWords } from './refusal-words'

/** E-mail and password; what went wrong is said above the button and read aloud. */
export function SignInForm({ next, homes }: { next: string | null; homes: Record<Role, string> }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    setRefusal(null)
    const answer = await signIn(email, password)
    if (answer.role !== null) return window.location.assign(afterSignIn(next, homes[answer.role]))
    setRefusal(answer.refusal)
    setPending(false)
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        isRequired
        autoFocus
        value={email}
        onChange={setEmail}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
        value={password}
        onChange={setPassword}
      />
      <div role="alert" className="empty:hidden">
        {refusal ? (
          <p className="flex items-start gap-2 rounded-md bg-failed-tint px-3 py-2 text-ink text-sm">
            <span className="mt-0.5">
              <StateMark state="failed" />
            </span>
            {refusal}
          </p>
        ) : null}
      </div>
      <Button look="primary" type="submit" isPending={isPending}>
        {isPending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}

const signedInSchema = z.object({ user: z.object({ role: roleSchema }) })
type Answer = { role: Role } | { role: null; refusal: string }

async function signIn(email: string, password: string): Promise<Answer> {
  let retryAfter: string | null = null
  const { data, error } = await authClient.signIn
    .email(
      { email, password },
      {
        onError: ({ response }) => {
          retryAfter = response.headers.get('retry-after') ?? response.headers.get('x-retry-after')
        },
      },
    )
    .catch(() => ({ data: null, error: { status: 0 } }))
  if (error || !data) return { role: null, refusal: refusalWords(error?.status ?? 0, retryAfter) }
  return { role: signedInSchema.parse(data).user.role }
}
