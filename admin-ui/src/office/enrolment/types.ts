import type { Schemas } from '../../api/contract'

export type Enrolment = Schemas['EnrolmentOut']
export type EnrolRow = Schemas['EnrolRowOut']
export type BulkAnswer = Schemas['BulkEnrolOut']
export type ClassList = Schemas['ClassListOut']
