import { StatePill } from '@/components/ui/state-pill'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { RunPage } from '@/inngest/engine/schema'
import { RUN_STEP_STATES } from './run-words'

/** The steps that a run has come by. */
export function RunSteps({ steps }: Pick<RunPage, 'steps'>) {
  return (
    <Table label="Steps">
      <thead>
        <tr>
          <Th isWide>Step</Th>
          <Th from="md">Kind</Th>
          <Th align="right">Settled</Th>
          <Th align="right">State</Th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const { text, state } = RUN_STEP_STATES[step.state]
          return (
            <tr key={step.id} className="border-line border-t">
              <Td>
                <span className="[overflow-wrap:anywhere]">{step.name}</span>
              </Td>
              <Td from="md">
                <span className="text-ink-soft">{step.op}</span>
              </Td>
              <Td align="right">
                <span className="text-ink-soft">
                  {step.settledAt ? <Time at={step.settledAt} as="clock" /> : '–'}
                </span>
              </Td>
              <Td align="right">
                <StatePill state={state}>{text}</StatePill>
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

/** What each failed attempt failed with. */
export function FailedAttempts({ history }: Pick<RunPage, 'history'>) {
  return (
    <Table label="Attempts that failed">
      <thead>
        <tr>
          <Th>Attempt</Th>
          <Th isWide>Error</Th>
          <Th align="right">At</Th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ at, attempt, step, error }) => (
          <tr key={`${attempt} ${at}`} className="border-line border-t">
            <Td>{attempt + 1}</Td>
            <Td>
              {step ? <span className="block [overflow-wrap:anywhere]">{step}</span> : null}
              <span className="block font-mono text-failed text-xs [overflow-wrap:anywhere]">
                {error.name}: {error.message}
              </span>
            </Td>
            <Td align="right">
              <span className="text-ink-soft">
                <Time at={at} as="clock" />
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
