'use client'
import { CheckList } from '@/components/ui/check-list'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Role } from '@/lib/sites/schema'
import { ROLES } from './people-words'

export type PersonForm = { name: string; role: Role; sites: readonly string[] }

const OPTIONS = ROLES.map(({ id, text, note }) => ({ id, text: `${text}: ${note}` }))

type Props = {
  form: PersonForm
  sites: readonly string[]
  /** Only the sites can be changed: the rest is for who has all of the person's sites. */
  isSitesOnly?: boolean
  edit: (some: Partial<PersonForm>) => void
}

/** What a person is called, what they are and where they belong. */
export function PersonFields({ form, sites, isSitesOnly = false, edit }: Props) {
  return (
    <>
      {isSitesOnly ? null : (
        <>
          <TextField
            label="Name"
            value={form.name}
            onChange={(name) => edit({ name })}
            isRequired
            maxLength={120}
          />
          <SelectField
            label="Role"
            options={OPTIONS}
            chosen={form.role}
            onChoose={(role) => edit({ role })}
          />
        </>
      )}
      <CheckList
        label="Sites"
        options={sites.map((id) => ({ id, text: id }))}
        chosen={form.sites}
        onChoose={(chosen) => edit({ sites: chosen })}
      />
    </>
  )
}
