'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FetchProblem } from '@/components/live/fetch-json'
import { useChange } from '@/components/live/use-change'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Panel } from '@/components/ui/panel'
import type { LayoutPreview, Outline } from '@/lib/floor/schema'
import { LayoutChanges } from './layout-changes'
import { LayoutDrawing } from './layout-drawing'
import { LayoutDrop } from './layout-drop'
import { LayoutErrors } from './layout-errors'
import { applyLayout, layoutPath, previewLayout, wrongWithLayout } from './layout-file'
import { LayoutLegend } from './layout-legend'

type Props = { site: string; version: number; outline: Outline | null }
type Shown = { file: File; preview: LayoutPreview }

/** The hall as a file: saved, and laid out anew from one that was looked at first. */
export function LayoutScreen({ site, version, outline }: Props) {
  const router = useRouter()
  const { change, isPending } = useChange(site, 'floor')
  const [isReading, setReading] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const look = async (file: File) => {
    const problem = wrongWithLayout(file)
    setWrong(problem)
    setShown(null)
    if (problem !== null) return
    setReading(true)
    try {
      setShown({ file, preview: await previewLayout(site, file) })
    } catch (error) {
      if (!(error instanceof FetchProblem)) throw error
      setWrong(`${file.name} could not be looked at: ${error.message}`)
    } finally {
      setReading(false)
    }
  }
  const apply = async ({ file, preview }: Shown) => {
    const send = async () => {
      const applied = await applyLayout(site, file, preview.version)
      return `The hall is what ${file.name} says, version ${applied.version}`
    }
    if (await change({ send, failed: `${file.name} was not applied` })) setShown(null)
    // Also when it failed: somebody else may have changed the hall meanwhile.
    router.refresh()
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <PageHeading title="Hall layout">{version > 0 ? `version ${version}` : 'none yet'}</PageHeading>
        {version > 0 ? <SaveLinks site={site} /> : null}
      </div>
      <LayoutDrop isPending={isReading} onFile={(file) => void look(file)} />
      {wrong ? (
        <Notice state="failed" role="alert" title={wrong}>
          Nothing was changed.
        </Notice>
      ) : null}
      {shown ? (
        <Preview
          shown={shown}
          isPending={isPending}
          onApply={() => void apply(shown)}
          onLeave={() => setShown(null)}
        />
      ) : (
        <Panel title="The hall now">
          {outline ? (
            <div className="flex flex-col gap-4">
              <LayoutDrawing title="As it stands" outline={outline} />
              <LayoutLegend isChange={false} />
            </div>
          ) : (
            <EmptyState title="No layout yet">Drop a file that says where the bins stand.</EmptyState>
          )}
        </Panel>
      )}
    </div>
  )
}

const SaveLinks = ({ site }: { site: string }) => (
  <div className="flex flex-wrap gap-2">
    {(['json', 'csv'] as const).map((format) => (
      <a key={format} href={layoutPath(site, format)} download className={buttonLook('outline')}>
        Save as {format.toUpperCase()}
      </a>
    ))}
  </div>
)

type PreviewProps = { shown: Shown; isPending: boolean; onApply: () => void; onLeave: () => void }

function Preview({ shown: { file, preview }, isPending, onApply, onLeave }: PreviewProps) {
  const { isChange, errorCount, refusalCount, notes } = preview
  const isReady = errorCount + refusalCount === 0
  return (
    <>
      <LayoutErrors preview={preview} />
      {isReady ? (
        <Notice
          state={isChange ? 'waiting' : 'done'}
          title={isChange ? `${file.name} can be applied.` : `${file.name} is the hall as it is.`}
          action={
            <span className="flex gap-2">
              <Button onPress={onLeave}>Leave it</Button>
              {isChange ? (
                <Button look="primary" isPending={isPending} onPress={onApply}>
                  {isPending ? 'Applying…' : 'Apply it'}
                </Button>
              ) : null}
            </span>
          }
        >
          {isChange ? 'All of it at once, or nothing.' : 'There is nothing to change.'}
        </Notice>
      ) : null}
      {notes.map((note) => (
        <Notice key={note} state="waiting" title="Note:">
          {note}
        </Notice>
      ))}
      {errorCount === 0 ? <LayoutChanges preview={preview} /> : null}
    </>
  )
}
