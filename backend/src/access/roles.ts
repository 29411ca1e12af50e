/** Which role (角色) may do what: the whole table. */
import type { Permission } from './permissions.js'

const readsSchool = ['region.read', 'school.read', 'teacher.read', 'catalogue.read', 'plan.read', 'timetable.read', 'history.read', 'duty.read', 'clearance.read'] as const
const readsAll = [...readsSchool, 'student.read', 'enrolment.read', 'funding.read', 'survey.read', 'satisfaction.read', 'statistics.read'] as const

export const roles = {
  system_administrator: ['region.read', 'school.read', 'school.create', 'school.write', 'term.write', 'user.read', 'user.write', 'audit.read', 'category.write', 'catalogue.read', 'history.read', 'delegation.write'],
  bureau_officer: [...readsSchool, 'funding.read', 'plan.review', 'appropriation.countersign', 'finding.assign', 'finding.verify', 'term.write', 'category.write', 'survey.read', 'survey.write', 'satisfaction.read', 'statistics.read', 'delegation.write'],
  education_finance_officer: [...readsSchool, 'funding.read', 'standard.write', 'estimate.review', 'declaration.check', 'publication.write', 'appropriation.write', 'finding.assign', 'finding.verify', 'reminder.send', 'statistics.read', 'delegation.write'],
  finance_bureau_officer: ['region.read', 'school.read', 'history.read', 'funding.read', 'estimate.approve', 'declaration.finance_check', 'declaration.approve', 'appropriation.issue', 'payment.check', 'payment.reconcile', 'reminder.send', 'statistics.read', 'delegation.write'],
  principal: [...readsAll, 'student.unmask', 'audit.read', 'course.write', 'plan.write', 'timetable.write', 'timetable.publish', 'session.write', 'substitution.ask', 'substitution.approve', 'duty.write', 'inspection.write', 'calendar.link', 'clearance.write', 'scheme.approve', 'payment.approve', 'settlement.approve', 'period.reopen', 'finding.assign', 'finding.rectify', 'user.read', 'delegation.write'],
  coordinator: [...readsAll, 'student.unmask', 'student.write', 'teacher.write', 'school.write', 'activation.print', 'course.write', 'plan.write', 'timetable.write', 'timetable.publish', 'session.write', 'substitution.ask', 'substitution.approve', 'duty.write', 'inspection.write', 'calendar.link', 'clearance.write', 'enrolment.write', 'import.run', 'delegation.write'],
  school_finance_officer: ['region.read', 'school.read', 'history.read', 'catalogue.read', 'funding.read', 'estimate.write', 'declaration.write', 'receipt.confirm', 'scheme.write', 'payment.request', 'payment.reconcile', 'settlement.write', 'publication.write', 'period.close', 'finding.rectify', 'statistics.read', 'delegation.write'],
  teacher: ['school.read', 'catalogue.read', 'timetable.read', 'substitution.ask', 'duty.read', 'inspection.write', 'calendar.link'],
  guardian: ['child.read', 'survey.answer'],
  auditor: [...readsAll, 'audit.read', 'user.read'],
} as const satisfies Record<string, readonly Permission[]>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

/** Roles of one school; all others belong to a region. */
export const schoolRoles: ReadonlySet<Role> = new Set(['principal', 'coordinator', 'school_finance_officer', 'teacher', 'guardian'])

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set<Permission>(roles[role])
}
