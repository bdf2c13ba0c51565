'use client'
import { Count } from '@/components/ui/count'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Row, Table, Td, Th } from '@/components/ui/table'
import type { LayoutPreview } from '@/lib/floor/schema'

/** Why a file cannot be applied: what is wrong with it and where, or bins in which something lies. */
export function LayoutErrors({ preview }: { preview: LayoutPreview }) {
  const { errors, errorCount, refusals, refusalCount } = preview
  if (errorCount + refusalCount === 0) return null
  const isWrong = errorCount > 0
  const count = isWrong ? errorCount : refusalCount
  const rows = isWrong
    ? errors.map(({ line, pointer, detail }) => ({ where: line ?? pointer ?? '', detail }))
    : refusals.map(({ bin, reason }) => ({ where: bin, detail: reason }))
  return (
    <>
      <Notice
        state="failed"
        role="alert"
        title={isWrong ? 'This file is no layout of a hall.' : 'It removes bins that are needed.'}
      >
        {isWrong
          ? 'Mend what is named below and drop it again.'
          : 'Empty them first, or leave them in the file.'}
      </Notice>
      <Panel
        title={isWrong ? 'What is wrong' : 'Bins that cannot be removed'}
        aside={
          <>
            {rows.length < count ? `the first ${rows.length} of ` : ''}
            <Count value={count} />
          </>
        }
        flush
      >
        <div className="max-h-96 overflow-y-auto">
          <Table label={isWrong ? 'Errors' : 'Bins'}>
            <thead>
              <tr>
                <Th>{isWrong ? 'Where' : 'Bin'}</Th>
                <Th isWide>Why</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ where, detail }) => (
                <Row key={`${where} ${detail}`}>
                  <Td>
                    <span className="whitespace-nowrap font-mono">
                      {typeof where === 'number' ? `line ${where}` : where}
                    </span>
                  </Td>
                  <Td>{detail}</Td>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      </Panel>
    </>
  )
}
