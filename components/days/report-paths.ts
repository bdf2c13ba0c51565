import { createSerializer, parseAsString } from 'nuqs/server'

const siteQuery = createSerializer({ site: parseAsString })

export const reportsPath = (site: string): string => siteQuery('/api/shift-reports', { site })
export const reportFilePath = (id: string): string => `/api/shift-reports/${encodeURIComponent(id)}/pdf`
export const shiftPlanPath = (site: string): string => siteQuery('/api/shift-plan', { site })
export const REPORT_SETTINGS = '/settings/reports'
