/** A value as JSON, to be read; long lines break. */
export function JsonText({ value, label }: { value: unknown; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="max-h-[28rem] overflow-auto rounded-md bg-inset">
      <pre className="whitespace-pre-wrap p-3 font-mono text-ink text-xs leading-5 [overflow-wrap:anywhere]">
        {JSON.stringify(value, null, 2) ?? 'nothing'}
      </pre>
    </section>
  )
}
