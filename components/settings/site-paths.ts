export const SITES_PATH = '/api/sites'

export const sitePath = (id: string): string => `${SITES_PATH}/${encodeURIComponent(id)}`
