import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { StatePill } from '@/components/ui/state-pill'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { HouseProcess } from '@/lib/system/schema'
import { bytesWords, KINDS, STANDINGS } from './system-words'

/** The processes of all machines by their last sign of life. */
export function ProcessesPanel({ processes }: { processes: readonly HouseProcess[] }) {
  const machines = new Set(processes.map(({ host }) => host)).size
  return (
    <Panel
      title="Processes"
      aside={`${processes.length} on ${machines} ${machines === 1 ? 'machine' : 'machines'}`}
      flush
    >
      {processes.length === 0 ? (
        <EmptyState title="No process has given a sign of life yet">
          They give one every five seconds.
        </EmptyState>
      ) : (
        <Table label="Processes">
          <thead>
            <tr>
              <Th>State</Th>
              <Th isWide>Process</Th>
              <Th from="md">Version</Th>
              <Th from="md">Up since</Th>
              <Th from="lg" align="right">
                Memory
              </Th>
              <Th from="lg" align="right">
                Comes back late
              </Th>
              <Th from="lg" align="right">
                Connections
              </Th>
              <Th from="xl" align="right">
                Clock
              </Th>
              <Th from="md" align="right">
                Disk free
              </Th>
            </tr>
          </thead>
          <tbody>
            {processes.map((process) => (
              <ProcessRow key={process.id} process={process} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}

function ProcessRow({ process }: { process: HouseProcess }) {
  const { kind, host, pid, version, commit, startedAt, beatAt, standing, says } = process
  const { rssBytes, loopLagMs, connectionsInUse, skewMs, diskFreeBytes, diskBytes } = process
  return (
    <Row>
      <Td>
        <StatePill state={STANDINGS[standing].state}>{STANDINGS[standing].text}</StatePill>
      </Td>
      <Td>
        <span className="block font-medium text-ink">
          {KINDS[kind] ?? kind}{' '}
          <span className="font-normal text-ink-soft">
            at {host}, process {pid}
          </span>
        </span>
        <span className="block text-ink-soft text-xs">
          {standing === 'ok' ? '' : `${says}; `}last sign <Time at={beatAt} />
        </span>
      </Td>
      <Td from="md">
        {version}
        {commit ? <span className="block font-mono text-ink-soft text-xs">{commit}</span> : null}
      </Td>
      <Td from="md">
        <Time at={startedAt} as="clock" />
      </Td>
      <Td from="lg" align="right">
        <span className="whitespace-nowrap tabular-nums">{bytesWords(rssBytes)}</span>
      </Td>
      <Td from="lg" align="right">
        {loopLagMs} ms
      </Td>
      <Td from="lg" align="right">
        {connectionsInUse}
      </Td>
      <Td from="xl" align="right">
        {skewMs === null ? 'not known' : `${skewMs} ms`}
      </Td>
      <Td from="md" align="right">
        <span className="whitespace-nowrap tabular-nums">{bytesWords(diskFreeBytes)}</span>
        <span className="block whitespace-nowrap text-ink-soft text-xs">of {bytesWords(diskBytes)}</span>
      </Td>
    </Row>
  )
}
