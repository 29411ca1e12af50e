/** Is a person from outside cleared on a day (准入审查是否有效), and how long still? Pure. */
import type { LocalDate } from '../../platform/calendar.js'

export interface ClearedSpan {
  readonly validFromOn: LocalDate
  /** Included. */
  readonly validToOn: LocalDate
}

export const clearanceStates = ['valid', 'ending', 'future', 'ended', 'revoked'] as const
export type ClearanceState = (typeof clearanceStates)[number]

/** From so many days before the end on the school is warned. */
export const warnedDays = 30

export const isClearedOn = (spans: readonly ClearedSpan[], on: LocalDate): boolean =>
  spans.some((span) => span.validFromOn <= on && on <= span.validToOn)

export function clearanceState(
  clearance: ClearedSpan & { readonly isRevoked: boolean },
  today: LocalDate,
  warnedUntil: LocalDate,
): ClearanceState {
  if (clearance.isRevoked) return 'revoked'
  if (clearance.validToOn < today) return 'ended'
  if (clearance.validFromOn > today) return 'future'
  return clearance.validToOn <= warnedUntil ? 'ending' : 'valid'
}
