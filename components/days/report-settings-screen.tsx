'use client'
import { Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { sendJson } from '@/components/live/send-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import {
  type Shift,
  type ShiftPlan,
  shiftPlanRequestSchema,
  shiftPlanSchema,
} from '@/lib/figures/report-schema'
import { shiftPlanPath } from './report-paths'

type Line = Shift & { key: number }

/** When a site's shifts are, and who is mailed their reports. */
export function ReportSettingsScreen({ plan }: { plan: ShiftPlan }) {
  const [lines, setLines] = useState<Line[]>(plan.shifts.map((shift, key) => ({ ...shift, key })))
  const [readers, setReaders] = useState(plan.recipients.join('\n'))
  const [problem, setProblem] = useState<string | null>(null)
  const { change, isPending } = useChange(plan.site, 'alerts')
  const edit = (key: number, to: Partial<Shift>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...to } : line)))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = shiftPlanRequestSchema.safeParse({
      shifts: lines.map(({ key: _, ...shift }) => shift),
      recipients: readers.split(/[\s,;]+/).filter((address) => address !== ''),
    })
    setProblem(wanted.success ? null : (wanted.error.issues[0]?.message ?? 'This can not be kept'))
    if (!wanted.success) return
    const send = async () => {
      await sendJson('PUT', shiftPlanPath(plan.site), shiftPlanSchema, wanted.data)
      return 'Shifts and readers are kept'
    }
    await change({ send, failed: 'Nothing was changed' })
  }
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <PageHeading title="Shift reports">when the shifts are, and who reads their reports</PageHeading>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Panel title="Shifts" aside="on the site’s own clock">
          <div className="flex flex-col gap-3">
            {lines.map((line) => (
              <div
                key={line.key}
                className="grid grid-cols-[minmax(0,1fr)_8.5rem_8.5rem_auto] max-md:grid-cols-[1fr_1fr_auto] max-md:[&>*:first-child]:col-span-3 items-end gap-2"
              >
                <TextField label="Name" value={line.name} onChange={(name) => edit(line.key, { name })} />
                <TextField
                  label="From"
                  type="time"
                  value={line.from}
                  onChange={(from) => edit(line.key, { from })}
                />
                <TextField label="To" type="time" value={line.to} onChange={(to) => edit(line.key, { to })} />
                <IconButton
                  label={`Remove ${line.name || 'this shift'}`}
                  onPress={() => setLines(lines.filter(({ key }) => key !== line.key))}
                >
                  <Trash2 size={16} aria-hidden="true" />
                </IconButton>
              </div>
            ))}
            <span>
              <Button
                onPress={() =>
                  setLines([...lines, { key: nextKey(lines), name: '', from: '00:00', to: '08:00' }])
                }
              >
                <Plus size={14} aria-hidden="true" />
                Add a shift
              </Button>
            </span>
          </div>
        </Panel>
        <Panel title="Readers" aside="of this site’s reports">
          <TextArea
            label="E-mail addresses, one a line"
            value={readers}
            onChange={setReaders}
            problem={null}
          />
        </Panel>
        {problem ? (
          <p role="alert" className="text-failed text-sm">
            {problem}
          </p>
        ) : null}
        <span>
          <Button look="primary" type="submit" isPending={isPending}>
            {isPending ? 'Keeping…' : 'Keep'}
          </Button>
        </span>
      </form>
    </div>
  )
}

const nextKey = (lines: readonly Line[]): number => Math.max(-1, ...lines.map(({ key }) => key)) + 1
