import type { RaRecord } from 'react-admin'

export interface Enrolment extends RaRecord {
  id: number
  studentId: number
  studentName: string
  sex: 'male' | 'female'
  homeClassId: number
  className: string
  sectionId: number
  sectionName: string
  courseName: string
  startsOn: string
  endsOn: string | null
  status: 'active' | 'ended'
  actions: string[]
}

export interface ClassList {
  sectionId: number
  sectionName: string
  courseName: string
  schoolName: string
  termName: string
  termNameEn: string
  teacherName: string | null
  roomName: string | null
  capacity: number
  meetings: { weekday: number; startTime: string; endTime: string }[]
  rows: { studentId: number; name: string; sex: 'male' | 'female'; className: string; startsOn: string }[]
}
