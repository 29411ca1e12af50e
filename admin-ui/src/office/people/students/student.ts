import { allOf, type Schemas } from '../../../api/contract'

export type StudentRow = Schemas['StudentOut']
export type Student = Schemas['StudentWithGuardiansOut']
export type Guardian = Schemas['GuardianOut']
/** Everything in full; each look is noted. */
export type UnmaskedStudent = Schemas['UnmaskedStudentOut']

export const sexes = allOf<Student['sex']>()(['male', 'female'])
