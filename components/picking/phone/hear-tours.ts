/**
 * Hears of changed tours of a site over the socket. It is fetched when the page already works: a phone must not wait
 * for it, and the lease tells of changes too.
 */
export function hearTours(site: string, tell: (tourId: string, version: number) => void): () => void {
  let close = () => {}
  let isOver = false
  const open = async () => {
    const { LiveConnection } = await import('@/components/live/live-connection')
    if (isOver) return
    const connection = new LiveConnection({
      onChange: ({ event, id, version }) => {
        if (event === 'picking/tour.changed') tell(id, version)
      },
      // Something may have been missed before.
      onJoined: () => {},
    })
    close = connection.open()
    connection.join(site, 'picks')
  }
  // Without a network there is nothing to hear; the next page load tries again.
  void open().catch(() => {})
  return () => {
    isOver = true
    close()
  }
}
