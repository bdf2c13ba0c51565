import { CopyButton } from '@/components/ui/copy-button'

/** Text to be copied: a call, or an example. */
export function Code({ what, text }: { what: string; text: string }) {
  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md bg-inset p-3 pr-12 font-mono text-xs leading-5">
        {text}
      </pre>
      <div className="absolute top-1 right-1 rounded-md bg-inset">
        <CopyButton what={what} text={text} />
      </div>
    </div>
  )
}
