'use client'
import { Maximize2, Minus, Plus } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import type { FloorView } from './canvas/floor-view'

const STEP = 1.6

export function ZoomControls({ view }: { view: FloorView }) {
  return (
    <div className="flex flex-col divide-y divide-line rounded-md border border-edge bg-surface shadow-panel">
      <IconButton label="Zoom in" onPress={() => view.zoomBy(STEP)}>
        <Plus size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Zoom out" onPress={() => view.zoomBy(1 / STEP)}>
        <Minus size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Show everything" onPress={() => view.fit()}>
        <Maximize2 size={15} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
