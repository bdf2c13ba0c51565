import { ImageResponse } from 'next/og'

const SIZES = ['192', '512']

export const dynamicParams = false
export const generateStaticParams = () => SIZES.map((size) => ({ size }))

/** app/icon.svg as a PNG, for phones that take no other; drawn when the house is built. Its edge is what a mask may cut. */
export async function GET(_: Request, { params }: { params: Promise<{ size: string }> }): Promise<Response> {
  const size = Number((await params).size)
  return new ImageResponse(<Icon />, { width: size, height: size })
}

function Icon() {
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: '#16242b' }}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: it becomes pixels */}
      <svg width="100%" height="100%" viewBox="-4 -4 40 40">
        <path d="M5 24.5h22" stroke="#f4d33a" strokeWidth="3" />
        <path d="M6.5 13h5.5v7H6.5zM20 13h5.5v7H20z" fill="none" stroke="#f3f5f1" strokeWidth="2.5" />
        <path d="M13.25 7h5.5v13h-5.5z" fill="#f4d33a" />
      </svg>
    </div>
  )
}
