/** Words of the document, in which what stands between backticks is code. */
export function Words({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place
      <code key={at}>{part}</code>
    ) : (
      part
    ),
  )
}
