'use client'
import { OwnPasswordForm } from './own-password-form'

/** The first thing that a person does who was given a password; nothing else is open to them before. */
export function ChoosePassword({ email, home }: { email: string; home: string }) {
  return (
    <>
      <h1 className="mb-2 font-semibold text-2xl text-ink tracking-tight">Choose your password</h1>
      <p className="mb-6 text-ink-soft text-sm">
        {email} came in with a password that somebody else made. From now on only you know it.
      </p>
      {/* A full load, so that the page asks anew who this is. */}
      <OwnPasswordForm onChanged={() => window.location.assign(home)} />
    </>
  )
}
