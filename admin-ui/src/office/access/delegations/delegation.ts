import type { RaRecord } from 'react-admin'
import type { Schemas } from '../../../api/contract'
export type Delegation = Schemas['DelegationOut'] & RaRecord
export type Delegate = Schemas['DelegateOut'] & RaRecord
export type Choices = Schemas['DelegationChoicesOut']

export const isOver = ({ status }: Delegation): boolean => status === 'ended' || status === 'revoked'
/** The text key of the sentence that says what the permission lets one do. */
export const sentenceOf = (permission: string): string => `delegations.can.${permission}`
