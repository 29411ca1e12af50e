/** What files may be attached to (可附文件的事项), by whom and in which states: while it is with the one who prepares it. */
import type { EntityTarget } from 'typeorm'
import type { Permission } from '../../access/index.js'
import { Finding } from '../audit-rules/finding.entity.js'
import { Declaration, Estimate } from '../../grants/index.js'
import { Commitment, Correction, Payment, DistributionScheme, Settlement } from '../../spending/index.js'
import type { Attachable, AttachmentKind } from './attachment.entity.js'

export interface AttachedTo {
  id: number
  schoolId: number | null
  status: string
}

interface Rule {
  readonly target: EntityTarget<AttachedTo>
  readonly permission: Permission
  readonly open: readonly string[]
}

export const attachables: Readonly<Record<Attachable, Rule>> = {
  payment: { target: Payment, permission: 'payment.request', open: ['draft', 'failed'] },
  commitment: { target: Commitment, permission: 'payment.request', open: ['draft'] },
  correction: { target: Correction, permission: 'payment.request', open: ['draft'] },
  scheme: { target: DistributionScheme, permission: 'scheme.write', open: ['draft'] },
  settlement: { target: Settlement, permission: 'settlement.write', open: ['draft'] },
  declaration: { target: Declaration, permission: 'declaration.write', open: ['draft', 'returned'] },
  estimate: { target: Estimate, permission: 'estimate.write', open: ['draft', 'returned'] },
  finding: { target: Finding, permission: 'finding.rectify', open: ['rectifying'] },
}

const usual: Partial<Readonly<Record<Attachable, AttachmentKind>>> = {
  payment: 'invoice',
  commitment: 'contract',
  correction: 'bank_slip',
  scheme: 'minutes',
}

/** What is mostly attached to such a thing. */
export const usualKind = (entity: Attachable): AttachmentKind => usual[entity] ?? 'other'
