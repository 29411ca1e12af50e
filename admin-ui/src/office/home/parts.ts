/** The parts of the home page; each is shown to those who have one of its permissions, in this order. */
import type { Permission } from '../../api/actor'
import type { ComponentType } from 'react'
import { page } from '../module'

export interface HomePart {
  key: string
  permissions: readonly Permission[]
  Part: ComponentType
}

/** Every role of the office sees schools or regions. */
const everybody = ['school.read', 'region.read'] as const

export const homeParts: HomePart[] = [
  { key: 'today', permissions: everybody, Part: page(async () => (await import('./TodayPart')).TodayPart) },
  {
    key: 'reminders',
    permissions: ['funding.read'],
    Part: page(async () => (await import('./RemindersPart')).RemindersPart),
  },
  {
    key: 'schools',
    permissions: ['school.read'],
    Part: page(async () => (await import('./SchoolsPart')).SchoolsPart),
  },
]
