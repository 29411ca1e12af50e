/** The parts of the home page; each is shown to those who have one of its permissions, in this order. */
import type { ComponentType } from 'react'
import { page } from '../module'

export interface HomePart {
  key: string
  permissions: string[]
  Part: ComponentType
}

export const homeParts: HomePart[] = [
  { key: 'schools', permissions: ['school.read'], Part: page(async () => (await import('./SchoolsPart')).SchoolsPart) },
]
