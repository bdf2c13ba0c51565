export const peoplePath = (site: string): string => `/api/people?site=${encodeURIComponent(site)}`

export const personPath = (id: string): string => `/api/people/${encodeURIComponent(id)}`

/** Of a person, or of oneself. */
export const sessionsPath = (id: string | null): string =>
  id === null ? '/api/me/sessions' : `${personPath(id)}/sessions`
