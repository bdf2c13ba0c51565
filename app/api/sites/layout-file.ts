import { checkContentType } from '@/app/read-body'
import type { LayoutFile } from '@/lib/floor/read-layout-file'

/** A layout as it came, or a refusal (415). */
export function layoutFile(request: Request, content: Buffer): LayoutFile {
  checkContentType(request, ['application/json', 'text/csv'])
  const isCsv = request.headers.get('content-type')?.trim().toLowerCase().startsWith('text/csv')
  return { content, type: isCsv ? 'text/csv' : 'application/json' }
}
