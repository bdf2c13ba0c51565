import type { ReactNode } from 'react'
import { requirePerson } from '@/app/require-person'
import { SettingsNav } from '@/components/settings/settings-nav'

/** Managers go from part to part; the others have their own account only. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { role } = await requirePerson('manager', 'support', 'picker')
  return (
    <div className="flex flex-col gap-4">
      {role === 'manager' ? <SettingsNav /> : null}
      {children}
    </div>
  )
}
