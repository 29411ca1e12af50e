import { allOf, type Schemas } from '../../../api/contract'

export type School = Schemas['SchoolOut']
export type Stage = School['stage']

export const stages = allOf<Stage>()(['primary', 'junior_secondary'])
export const areas = allOf<School['area']>()(['urban', 'township', 'rural'])
export const ownerships = allOf<School['ownership']>()(['public', 'private'])

/** The grades that a stage has. */
export const gradesOf = (stage: Stage): number[] => (stage === 'primary' ? [1, 2, 3, 4, 5, 6] : [7, 8, 9])
