export type { ActingPerson, OnBehalfOf } from './acting-person.js'
export { auditEntryColumns, AuditEntryListQuery, AuditEntryOut } from './entries/audit-entries.dto.js'
export { AuditEntries } from './entries/audit-entries.service.js'
export { AuditChain } from './entries/audit-chain.entity.js'
export { headsOfTrail, type TrailHead, type TrailProblem, verifyTrail } from './entries/verify-trail.js'
export { AuditEntry } from './entries/audit-entry.entity.js'
export { documentMade, requireAsNoted } from './documents/binding.js'
export { type DocumentsVerification, verifyDocuments } from './documents/verify-documents.js'
export { Trail } from './entries/trail.service.js'
export { AuditModule } from './audit.module.js'
export type { Seen, Stateful, Taken } from './transitions/taken.js'
export { HandledRequest } from './once/handled-request.entity.js'
export { type Handled, HandledRequests } from './once/handled-requests.service.js'
export { HandledAlready, type Once, onceFrom } from './once/once.js'
export {
  EventIn,
  HistoryQuery,
  ManyIn,
  SeenIn,
  seenOf,
  TransitionOut,
} from './transitions/transitions.dto.js'
export { makersOfThing, noteSupplied, othersThan, type Supplied, suppliedIn } from './transitions/supplied.js'
export { Transitions } from './transitions/transitions.service.js'
export { verifySteps } from './transitions/verify-steps.js'
export { Transition } from './transitions/transition.entity.js'
export * from './pure.js'
