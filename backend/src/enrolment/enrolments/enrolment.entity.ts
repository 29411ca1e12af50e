/** A student's place in a section (报名); leaving ends it, the row stays. */
import { Entity, Index } from 'typeorm'
import { Id, On, Reference, Revision, State } from '../../platform/database/columns.js'
import { type Course, Section } from '../../catalogue/index.js'
import { type HomeClass, School, Term } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import type { EnrolmentStatus } from './enrolment.states.js'

@Entity()
@Index(['studentId', 'sectionId'], { unique: true })
@Index(['sectionId', 'status'])
@Index(['schoolId', 'termId', 'status', 'studentId'])
export class Enrolment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  @Reference(() => Student) studentId!: number
  @Reference(() => Section) sectionId!: number
  @On() startsOn!: string
  @On({ nullable: true }) endsOn!: string | null
  @State() status!: EnrolmentStatus
  @Revision() revision!: number

  student?: Student
  homeClass?: HomeClass
  section?: Section
  course?: Course
}
