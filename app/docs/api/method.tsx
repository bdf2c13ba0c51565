const LOOK: Record<string, string> = {
  GET: 'bg-running-tint text-running',
  POST: 'bg-done-tint text-done',
  PUT: 'bg-retrying-tint text-retrying',
  DELETE: 'bg-failed-tint text-failed',
}

/** The method of a request, in a colour that its word repeats. */
export function Method({ method }: { method: string }) {
  return (
    <span
      className={`inline-block w-16 rounded-sm py-0.5 text-center font-mono text-xs ${LOOK[method] ?? ''}`}
    >
      {method}
    </span>
  )
}
