import type { Schemas } from '../../../api/contract'

export type HomeClass = Schemas['HomeClassOut']

export const grades = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
