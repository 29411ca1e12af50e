/**
 * In which class a student was from which day on (学籍在班记录). The dated fact behind `student.homeClassId` and
 * `student.leftOn`, which say the present only: what is counted as of a day asks the stays. Written by StudentStays alone.
 */
import { Entity, Index } from 'typeorm'
import { Count, Id, On, Reference } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'
import { Student } from './student.entity.js'

@Entity()
@Index(['studentId', 'startsOn'], { unique: true })
@Index(['schoolId', 'startsOn', 'endsOn'])
@Index(['homeClassId', 'startsOn', 'endsOn'])
export class StudentStay {
  @Id() id!: number
  @Reference(() => School, { isFirstOf: ['schoolId', 'startsOn', 'endsOn'] }) schoolId!: number
  @Reference(() => Student, { isFirstOf: ['studentId', 'startsOn'] }) studentId!: number
  @Reference(() => HomeClass, { isFirstOf: ['homeClassId', 'startsOn', 'endsOn'] }) homeClassId!: number
  /** The first day in the class. */
  @On() startsOn!: string
  /** The first day no longer in the class, as `leftOn` is; the same as `startsOn` for a stay of no day. Null: still there. */
  @On({ nullable: true }) endsOn!: string | null
  /** The student, while the stay is open: nobody is in two classes at once. */
  @Count({ nullable: true }) @Index({ unique: true }) openStudentId!: number | null

  homeClass?: HomeClass
}

/** Joins the stay of a day (`on`: a column or a parameter); `student` is the column with the student's id. */
export const stayOn = (student: string, on: string, stay = 'stay'): string =>
  `${stay}.studentId = ${student} AND ${stay}.startsOn <= ${on} AND (${stay}.endsOn IS NULL OR ${stay}.endsOn > ${on})`
