import type { RaRecord } from 'react-admin'

export const linkKinds = ['teacher', 'room', 'home_class', 'school'] as const
export type LinkKind = (typeof linkKinds)[number]

export interface CalendarLink extends RaRecord {
  id: number
  kind: LinkKind
  ownerId: number
  ownerName: string
  createdByName: string
  createdAt: string
  revokedAt: string | null
  lastReadAt: string | null
  actions: string[]
}

export interface NewCalendarLink extends CalendarLink {
  address: string
  qrSvg: string
}
