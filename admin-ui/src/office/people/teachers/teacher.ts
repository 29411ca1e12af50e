import { allOf, type Schemas } from '../../../api/contract'

export type Teacher = Schemas['TeacherOut']
/** An account that may be linked to a teacher. */
export type TeacherAccount = Schemas['TeacherAccountOut']

export const teacherKinds = allOf<Teacher['kind']>()(['staff', 'lecturer'])
