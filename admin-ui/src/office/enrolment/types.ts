import type { Schemas } from '../../api/contract'

export type Enrolment = Schemas['EnrolmentOut']
export type BulkAnswer = Schemas['BulkEnrolOut']
export type ClassList = Schemas['ClassListOut']
