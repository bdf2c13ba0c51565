/** The hall of a site changed; id is the site, version its plan's. */
export const planChanged = 'floor/plan.changed'
