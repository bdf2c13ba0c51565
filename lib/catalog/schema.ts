import { z } from 'zod'

export const temperatureZoneSchema = z.enum(['ambient', 'chilled', 'frozen'])
export type TemperatureZone = z.infer<typeof temperatureZoneSchema>
