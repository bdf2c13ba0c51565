'use client'
import { Answered } from '@/components/live/answered'
import { useLiveQuery } from '@/components/live/use-live-query'
import { Button } from '@/components/ui/button'
import { Count } from '@/components/ui/count'
import { Panel } from '@/components/ui/panel'
import { saveFile } from '@/components/ui/save-file'
import { LoadingRows } from '@/components/ui/skeleton'
import { Row, Table, Td, Th } from '@/components/ui/table'
import { type StockImport, stockImportSchema } from '@/lib/inventory/schema'
import { badLinesFile } from './import-files'
import { importPath } from './import-paths'
import { ImportStanding } from './import-standing'

const RUNNING_MS = 500

/** How far an import is, what became of its lines, and which were bad and why. */
export function ImportReport({ site, id }: { site: string; id: string }) {
  const report = useLiveQuery({
    site,
    topic: 'floor',
    id,
    path: importPath(id),
    schema: stockImportSchema,
    everyMs: (read) => (read?.state === 'running' ? RUNNING_MS : null),
  })
  return (
    <Panel title="This import" aside={<span className="font-mono">{id}</span>}>
      <Answered query={report} loading={<LoadingRows rows={3} />}>
        {(read) => <Report report={read} />}
      </Answered>
    </Panel>
  )
}

function Report({ report }: { report: StockImport }) {
  const { rows, totalRows, accepted, duplicates, rejected, badLines } = report
  return (
    <>
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-x-3 text-sm" role="status">
          <ImportStanding report={report} />
          <span className="text-ink-soft">
            <Count value={rows} /> of <Count value={totalRows} /> lines read
          </span>
        </p>
        <progress
          aria-label="Lines read"
          value={rows}
          max={Math.max(totalRows, 1)}
          className="h-2 w-full appearance-none overflow-hidden rounded-sm bg-inset [&::-moz-progress-bar]:bg-chart [&::-webkit-progress-bar]:bg-inset [&::-webkit-progress-value]:bg-chart"
        />
        {report.error ? <p className="text-failed text-sm">{report.error}</p> : null}
      </div>
      <dl className="grid grid-cols-3 gap-4 text-sm">
        <Figure name="Taken" value={accepted} />
        <Figure name="Known already" value={duplicates} />
        <Figure name="Bad" value={rejected} isBad={rejected > 0} />
      </dl>
      {badLines.length > 0 ? <BadLines report={report} /> : null}
    </>
  )
}

function Figure({ name, value, isBad = false }: { name: string; value: number; isBad?: boolean }) {
  return (
    <div>
      <dt className="text-ink-soft">{name}</dt>
      <dd className={`font-semibold text-2xl tracking-tight ${isBad ? 'text-failed' : 'text-ink'}`}>
        <Count value={value} />
      </dd>
    </div>
  )
}

function BadLines({ report: { id, badLines, rejected } }: { report: StockImport }) {
  const save = () => saveFile(`bad-lines-${id}.csv`, badLinesFile(badLines), 'text/csv')
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-soft text-sm">
          {badLines.length < rejected ? `The first ${badLines.length} bad lines. ` : ''}All of them are kept
          as dead letters, with their reasons.
        </p>
        <Button onPress={save}>Save the bad lines</Button>
      </div>
      <div className="max-h-96 overflow-y-auto rounded-md border border-line">
        <Table label="Bad lines">
          <thead>
            <tr>
              <Th align="right">Line</Th>
              <Th isWide>What is wrong</Th>
            </tr>
          </thead>
          <tbody>
            {badLines.map(({ line, reason }) => (
              <Row key={`${line} ${reason}`}>
                <Td align="right">
                  <Count value={line} />
                </Td>
                <Td>{reason}</Td>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  )
}
