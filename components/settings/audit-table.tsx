'use client'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { AuditEntry } from '@/lib/sites/audit-schema'
import type { AuditChoices } from './audit-filters'
import type { AuditSearch } from './audit-paths'
import { AUDIT_OUTCOMES, actionWords, actorWords, thingWords } from './audit-words'

const SHOWN_DIGITS = 12

type Props = {
  entries: readonly AuditEntry[]
  actors: AuditChoices['actors']
  onNarrow: (to: Partial<AuditSearch>) => void
}

/** The log, newest first. Who did it and what it was narrow the list to the same. */
export function AuditTable({ entries, actors, onNarrow }: Props) {
  return (
    <Table label="Audit log">
      <thead>
        <tr>
          <Th>When</Th>
          <Th>Who</Th>
          <Th>What</Th>
          <Th from="md" isWide>
            Thing
          </Th>
          <Th from="lg">Site</Th>
          <Th from="xl">Hash</Th>
          <Th align="right" from="md">
            Outcome
          </Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id}>
            <Td>
              <span className="text-ink-soft">
                <Time at={entry.at} />
              </span>
              <span className="block text-ink-soft text-xs tabular-nums">#{entry.id}</span>
            </Td>
            <Td>
              <Narrow onPress={() => onNarrow({ actor: entry.actor })}>{actorWords(entry)}</Narrow>
            </Td>
            <Td>
              <Narrow onPress={() => onNarrow({ action: entry.action })}>{actionWords(entry.action)}</Narrow>
              <span className="block max-w-60 text-ink-soft text-xs [overflow-wrap:anywhere] md:hidden">
                {thingWords(entry.subject, actors)}
              </span>
              {entry.outcome === 'refused' ? (
                <span className="md:hidden">
                  <Outcome entry={entry} />
                </span>
              ) : null}
            </Td>
            <Td from="md">
              <span
                className="line-clamp-2 text-ink-soft text-xs [overflow-wrap:anywhere]"
                title={entry.subject}
              >
                {thingWords(entry.subject, actors)}
              </span>
            </Td>
            <Td from="lg">
              <span className="whitespace-nowrap font-mono text-xs">{entry.site ?? ''}</span>
            </Td>
            <Td from="xl">
              <span className="font-mono text-ink-soft text-xs" title={entry.hash}>
                {entry.hash.slice(0, SHOWN_DIGITS)}
              </span>
            </Td>
            <Td align="right" from="md">
              <Outcome entry={entry} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

function Outcome({ entry: { outcome } }: { entry: AuditEntry }) {
  const { text, state } = AUDIT_OUTCOMES[outcome]
  return <StatePill state={state}>{text}</StatePill>
}

function Narrow({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="cursor-pointer text-left text-ink underline-offset-4 hover:underline max-md:min-h-8 md:whitespace-nowrap"
    >
      {children}
    </button>
  )
}
