'use client'
import { useState } from 'react'
import { changeSettings, type DeviceSettings } from '@/components/scan/device-settings'
import { ScanBar } from '@/components/scan/scan-bar'
import { useScanner } from '@/components/scan/use-scanner'
import { readScan, type Scan } from '@/lib/picking/rules/read-scan'
import type { Tour } from '@/lib/picking/schema'

const MOST_SHOWN = 8

/** How the scanner of this device is set, and a place to try it: says what each label was read as. */
export function ScannerTrial({ tour, settings }: { tour: Tour | null; settings: DeviceSettings }) {
  const [scans, setScans] = useState<string[]>([])
  const read = (text: string) => {
    const words = scanWords(readScan(text, tour ?? { stops: [], totes: [] }))
    setScans((before) => [words, ...before.filter((one) => one !== words)].slice(0, MOST_SHOWN))
  }
  useScanner(read)
  return (
    <section aria-label="Scanner" className="flex flex-col gap-2">
      <h2 className="font-semibold text-ink text-xl">Scanner</h2>
      <div className="grid grid-cols-2 gap-2">
        <label className="font-medium text-base text-ink">
          Before a label it sends
          <input
            value={settings.prefix}
            maxLength={8}
            placeholder="nothing"
            onChange={(event) => changeSettings({ prefix: event.target.value })}
            className="mt-1.5 block min-h-16 w-full rounded-md border border-edge bg-surface px-4 font-mono text-ink text-lg"
          />
        </label>
        <label className="font-medium text-base text-ink">
          After it
          <select
            value={settings.suffix}
            onChange={(event) => changeSettings({ suffix: event.target.value === 'Tab' ? 'Tab' : 'Enter' })}
            className="mt-1.5 block min-h-16 w-full rounded-md border border-edge bg-surface px-4 text-ink text-lg"
          >
            <option>Enter</option>
            <option>Tab</option>
          </select>
        </label>
      </div>
      <ScanBar what="a label" onScan={read} />
      <ul aria-label="Labels read" aria-live="polite" className="flex flex-col gap-1">
        {scans.map((words) => (
          <li key={words} className="rounded-md bg-inset px-4 py-3 font-mono text-base text-ink">
            {words}
          </li>
        ))}
      </ul>
    </section>
  )
}

function scanWords(scan: Scan): string {
  if (scan.kind === 'bin') return `Bin ${scan.bin}`
  if (scan.kind === 'tote') return `Tote ${scan.tote}`
  if (scan.kind === 'unknown') return `Not known: ${scan.text}`
  const { gtin, sku, lot, expiresOn } = scan
  return [
    gtin ? `Item ${gtin}` : `Item ${sku}`,
    ...(lot ? [`lot ${lot}`] : []),
    ...(expiresOn ? [`until ${expiresOn}`] : []),
  ].join(', ')
}
