import type { RaRecord } from 'react-admin'

export type Stage = 'primary' | 'junior_secondary'
export type Area = 'urban' | 'township' | 'rural'
export const stages: readonly Stage[] = ['primary', 'junior_secondary']
export const areas: readonly Area[] = ['urban', 'township', 'rural']
export type Ownership = 'public' | 'private'
export const ownerships: readonly Ownership[] = ['public', 'private']

export interface School extends RaRecord {
  id: number
  code: string
  name: string
  nameEn?: string | null
  stage: Stage
  area: Area
  /** Public (公办) or private (民办): standards may hold for one only. */
  ownership: Ownership
  regionId?: number
  regionCode: string
  regionName: string
  lastLessonEndTime: string
  earliestEndTime?: string | null
  isActive: boolean
}

/** The grades that a stage has. */
export const gradesOf = (stage: Stage): number[] => (stage === 'primary' ? [1, 2, 3, 4, 5, 6] : [7, 8, 9])
