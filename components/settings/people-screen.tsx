'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Answered } from '@/components/live/answered'
import { type Initial, useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { RowButton } from '@/components/ui/row-button'
import { Sheet } from '@/components/ui/sheet'
import { LoadingRows } from '@/components/ui/skeleton'
import { StatePill } from '@/components/ui/state-pill'
import { Row, RowKeys, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type PeopleList, type PersonEntry, peopleListSchema } from '@/lib/sites/people-schema'
import { InviteDialog } from './invite-dialog'
import { peoplePath } from './people-paths'
import { PERSON_STATES, roleWords } from './people-words'
import { PersonDrawer } from './person-drawer'

const CLOCK_MS = 10_000

type Props = {
  site: string
  /** What the asker may give. */
  sites: readonly string[]
  own: string
  initial: Initial<PeopleList>
}

/** Who signs in at the site, as what, and where else. */
export function PeopleScreen({ site, sites, own, initial }: Props) {
  const [isInviting, setInviting] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const list = useLiveQuery({
    ...{ site, topic: 'alerts', path: peoplePath(site), schema: peopleListSchema, initial },
    everyMs: CLOCK_MS,
  })
  const open = list.data?.items.find(({ id }) => id === openId)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="People">who signs in at {site}</PageHeading>
        <Button look="primary" onPress={() => setInviting(true)}>
          <Plus size={14} aria-hidden="true" />
          Invite somebody
        </Button>
      </div>
      <RowKeys>
        <Sheet>
          <Answered query={list} loading={<LoadingRows rows={6} />}>
            {({ items }) => <PeopleTable people={items} own={own} onOpen={setOpenId} />}
          </Answered>
        </Sheet>
      </RowKeys>
      {isInviting ? <InviteDialog site={site} sites={sites} onClose={() => setInviting(false)} /> : null}
      {open ? (
        <PersonDrawer
          key={open.id}
          {...{ site, sites, person: open, isOwn: open.id === own }}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </div>
  )
}

type TableProps = { people: readonly PersonEntry[]; own: string; onOpen: (id: string) => void }

function PeopleTable({ people, own, onOpen }: TableProps) {
  return (
    <Table label="People">
      <thead>
        <tr>
          <Th isWide>Name</Th>
          <Th>Role</Th>
          <Th from="md">Sites</Th>
          <Th from="lg" align="right">
            Signed in
          </Th>
          <Th align="right">State</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id}>
            <Td>
              <RowButton onPress={() => onOpen(person.id)}>
                {person.name}
                {person.id === own ? <span className="font-normal text-ink-soft"> (you)</span> : null}
              </RowButton>
              <span className="block text-ink-soft text-xs [overflow-wrap:anywhere]">{person.email}</span>
            </Td>
            <Td>{roleWords(person.role)}</Td>
            <Td from="md">
              <span className="flex flex-wrap gap-x-2 font-mono text-xs">
                {person.sites.map((one) => (
                  <span key={one} className="whitespace-nowrap">
                    {one}
                  </span>
                ))}
              </span>
              {person.isElsewhere ? <span className="text-ink-soft text-xs"> and others</span> : null}
            </Td>
            <Td from="lg" align="right">
              <SignedIn person={person} />
            </Td>
            <Td align="right">
              <StatePill state={PERSON_STATES[person.state].state}>
                {PERSON_STATES[person.state].text}
              </StatePill>
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function SignedIn({ person: { sessions, lastSignInAt } }: { person: PersonEntry }) {
  if (lastSignInAt === null) return <span className="text-ink-soft">nowhere</span>
  return (
    <span className="whitespace-nowrap text-ink-soft">
      {sessions === 1 ? 'once' : `${sessions} times`}, last <Time at={lastSignInAt} />
    </span>
  )
}
