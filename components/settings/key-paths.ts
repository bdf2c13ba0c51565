export const keysPath = (site: string): string => `/api/keys?site=${encodeURIComponent(site)}`

export const keyPath = (id: string): string => `/api/keys/${encodeURIComponent(id)}`
