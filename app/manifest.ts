import type { MetadataRoute } from 'next'

/** What a phone needs to put the picker's page among its apps. Colours are those of the rail by day. */
export default function manifest(): MetadataRoute.Manifest {
  const icon = { type: 'image/png', purpose: 'any' } as const
  return {
    id: '/pick',
    name: 'Stowline Picking',
    short_name: 'Picking',
    start_url: '/pick',
    scope: '/',
    display: 'standalone',
    orientation: 'portrait',
    background_color: '#16242b',
    theme_color: '#16242b',
    icons: [
      { ...icon, src: '/icons/192', sizes: '192x192' },
      { ...icon, src: '/icons/512', sizes: '512x512' },
      { ...icon, src: '/icons/512', sizes: '512x512', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  }
}
