/** What files may be attached to (可附文件的事项), by whom and in which states: while it is with the one who prepares it. */
import type { EntityTarget } from 'typeorm'
import type { Permission } from '../../access/index.js'
import { Finding } from '../audit-rules/finding.entity.js'
import { Declaration, Estimate } from '../../grants/index.js'
import { Correction, Payment, DistributionScheme, Settlement } from '../../spending/index.js'
import type { Attachable } from './attachment.entity.js'

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
  correction: { target: Correction, permission: 'payment.request', open: ['draft'] },
  scheme: { target: DistributionScheme, permission: 'scheme.write', open: ['draft'] },
  settlement: { target: Settlement, permission: 'settlement.write', open: ['draft'] },
  declaration: { target: Declaration, permission: 'declaration.write', open: ['draft', 'returned'] },
  estimate: { target: Estimate, permission: 'estimate.write', open: ['draft', 'returned'] },
  finding: { target: Finding, permission: 'finding.rectify', open: ['rectifying'] },
}
