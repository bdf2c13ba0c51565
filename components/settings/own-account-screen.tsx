'use client'
import { useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { OwnPasswordForm } from './own-password-form'
import { SessionList } from './session-list'

/** One's own account: the password, and where one is signed in. */
export function OwnAccountScreen({ site, email }: { site: string; email: string }) {
  const client = useQueryClient()
  const changed = () => {
    toast.success('The password is changed, and you are signed out everywhere else')
    void client.invalidateQueries({ queryKey: [site, 'alerts'] })
  }
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <PageHeading title="You">{email}</PageHeading>
      <Panel title="Password">
        <OwnPasswordForm onChanged={changed} />
      </Panel>
      <SessionList site={site} userId={null} />
    </div>
  )
}
