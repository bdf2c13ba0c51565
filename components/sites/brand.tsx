/** The mark: three bins on the line, the middle one on its way. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" className="shrink-0">
      <path d="M1.5 19.5h21" className="stroke-tape" strokeWidth="2.5" />
      <path d="M3 9.5h4.5v6H3zM16.5 9.5H21v6h-4.5z" stroke="currentColor" strokeWidth="2" />
      <path d="M9.25 4.5h5.5v11h-5.5z" className="fill-tape" />
    </svg>
  )
}
