import { Download } from 'lucide-react'

/** What a table shows by its filters, to its last page, for a spreadsheet. `path` is the API's, as the table asks it. */
export function CsvLink({ path }: { path: string }) {
  const [address = '', query = ''] = path.split('?')
  const search = new URLSearchParams(query)
  for (const ofOnePage of ['limit', 'cursor']) search.delete(ofOnePage)
  search.set('format', 'csv')
  return (
    <a
      href={`${address}?${search}`}
      download
      className="inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 font-medium text-ink-soft text-sm underline-offset-4 hover:text-ink hover:underline md:min-h-8"
    >
      <Download size={14} aria-hidden="true" />
      CSV
    </a>
  )
}
