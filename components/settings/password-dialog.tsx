'use client'
import { SecretDialog } from '@/components/ui/secret-dialog'

type Props = { name: string; password: string; onClose: () => void }

/** Shows a password that was made for somebody, this one time. */
export const PasswordDialog = ({ name, password, onClose }: Props) => (
  <SecretDialog title={`A password for ${name}`} what="password" secret={password} onClose={onClose}>
    Tell it to {name} by a way that only they read. It is good for a week, and for nothing but to choose a
    password of their own.
  </SecretDialog>
)
