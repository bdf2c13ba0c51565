import { createSerializer, parseAsString } from 'nuqs/server'

export const STOW_PATH = '/api/stow'
export const stowConfirmationsPath = (stowId: string): string => `${STOW_PATH}/${stowId}/confirmations`
export const stowReleasePath = (stowId: string): string => `${STOW_PATH}/${stowId}/release`

const findQuery = createSerializer({ site: parseAsString, query: parseAsString, limit: parseAsString })

/** The API path of what a text may mean: bins by their code, items by SKU, GTIN or half a name. */
export const findPath = (site: string, query: string): string =>
  findQuery('/api/find', { site, query, limit: '6' })
