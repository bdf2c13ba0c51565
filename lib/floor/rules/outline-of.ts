import type { Layout, Outline } from '../schema'

/** A hall drawn small: its shelves as one stretch each, instead of every bin. */
export function outlineOf({
  widthMetres,
  depthMetres,
  crossYMetres,
  zones,
  aisles,
  bins,
  stations,
}: Layout): Outline {
  const climates = new Map(zones.map(({ code, temperatureZone }) => [code, temperatureZone]))
  const climateOf = new Map(aisles.map(({ code, zone }) => [code, climates.get(zone)]))
  const shelves = new Map<string, Outline['shelves'][number]>()
  for (const { aisle, xMetres, yMetres, widthMetres: width, depthMetres: depth } of bins) {
    const name = [aisle, xMetres, crossYMetres.findIndex((y) => y >= yMetres)].join()
    const [fromYMetres, toYMetres] = [yMetres - width / 2, yMetres + width / 2]
    const shelf = shelves.get(name)
    if (shelf) {
      shelf.fromYMetres = Math.min(shelf.fromYMetres, fromYMetres)
      shelf.toYMetres = Math.max(shelf.toYMetres, toYMetres)
      shelf.depthMetres = Math.max(shelf.depthMetres, depth)
    } else {
      const temperatureZone = climateOf.get(aisle) ?? 'ambient'
      shelves.set(name, { aisle, temperatureZone, xMetres, depthMetres: depth, fromYMetres, toYMetres })
    }
  }
  return { widthMetres, depthMetres, crossYMetres, shelves: [...shelves.values()], stations }
}
