import type { RaRecord } from 'react-admin'

export interface Category extends RaRecord {
  id: number
  regionCode: string
  code: string
  nationalCode: string
  name: string
  nameEn: string
  position: number
  parentId: number | null
}

export interface CategoryNode extends Category {
  children: CategoryNode[]
}

interface InCategory {
  categoryName: string
  categoryNameEn: string
  /** The kind above the item; null where the category is a kind itself. */
  kindName: string | null
  kindNameEn: string | null
}

export interface Course extends RaRecord, InCategory {
  id: number
  schoolId: number
  categoryId: number
  name: string
  description: string | null
  grades: number[]
  /** Kinds of rooms that would do; empty: any. */
  roomKinds: string[]
  equipment: string[]
  isActive: boolean
}

export const sectionKinds = ['home_class', 'mixed'] as const
export type SectionKind = (typeof sectionKinds)[number]

export interface Section extends RaRecord, InCategory {
  id: number
  schoolId: number
  termId: number
  courseId: number
  courseName: string
  name: string
  kind: SectionKind
  homeClassId: number | null
  homeClassName: string | null
  grades: number[]
  teacherId: number | null
  teacherName: string | null
  roomId: number | null
  roomName: string | null
  capacity: number
  enrolledCount: number
  meetingsPerWeek: number
  isActive: boolean
}

export const planStates = ['draft', 'submitted', 'returned', 'filed'] as const

/** In the order of the document. */
export const planHeadings = [
  'goal',
  'duty',
  'time',
  'content',
  'staff',
  'safety',
  'fee',
  'funding',
  'thirdParties',
  'meetingMinutes',
] as const
export type PlanHeading = (typeof planHeadings)[number]
export const requiredHeadings: readonly PlanHeading[] = [
  'goal',
  'duty',
  'time',
  'content',
  'staff',
  'safety',
  'fee',
  'funding',
]
export type PlanContent = Record<PlanHeading, string>

export interface Plan extends RaRecord {
  id: number
  schoolId: number
  schoolName: string
  termId: number
  termName: string
  termNameEn: string
  status: (typeof planStates)[number]
  version: number
  filingNumber: string | null
  updatedAt: string
  actions: string[]
  content: PlanContent
  missing: PlanHeading[]
}

export interface PlanVersion {
  id: number
  version: number
  content: PlanContent
  contentHash: string
  submittedAt: string
  submittedByName: string
}
