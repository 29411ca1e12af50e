/** What have the audit office, an inspection or the discipline group found (外部检查发现)? Entered here, mended like any other finding. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { requireSchool } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { fen } from '../../platform/money.js'
import { editing } from '../../platform/states.js'
import { Finding } from './finding.entity.js'
import { findingTable } from './finding.states.js'
import type { CreateFindingIn, FindingOut, UpdateFindingIn } from './findings.dto.js'
import { mayReword } from './may-reword.js'
import { FindingsService } from './findings.service.js'
import { fingerprintOf } from './run-rules.js'

type Said = Pick<
  Finding,
  'institution' | 'documentNumber' | 'foundOn' | 'fiscalYear' | 'problem' | 'text' | 'amountFen' | 'dueOn'
>

@Injectable()
export class OutsideFindingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly findings: FindingsService,
  ) {}

  async create(actor: Actor, { schoolId, ...given }: CreateFindingIn): Promise<FindingOut> {
    return this.database.transaction(async (tx) => {
      const school = await requireSchool(tx, actor, schoolId)
      const said: Said = {
        institution: given.institution,
        documentNumber: given.documentNumber ?? null,
        foundOn: given.foundOn,
        fiscalYear: given.fiscalYear ?? Number(given.foundOn.slice(0, 4)),
        problem: given.problem,
        text: given.text,
        amountFen: given.amountFen === undefined || given.amountFen === null ? null : fen(given.amountFen),
        dueOn: given.dueOn,
      }
      this.requireDays(said)
      const now = this.clock.now()
      const finding = await onDuplicate(
        () =>
          tx.save(
            tx.create(Finding, {
              ...said,
              source: 'outside',
              fingerprint: printOf(school.id, said),
              rule: null,
              severity: 'error',
              regionCode: school.regionCode,
              schoolId: school.id,
              status: 'open',
              params: {},
              evidence: [],
              foundAt: now,
              lastSeenAt: now,
              goneAt: null,
              ownerId: null,
              ownerName: null,
            }),
          ),
        enteredAlready,
      )
      await this.transitions.made(tx, findingTable, finding, actor)
      await this.audit.record(tx, actor, {
        action: 'finding.create',
        entity: 'finding',
        entityId: finding.id,
        schoolId: school.id,
        after: said,
      })
      return this.findings.out(tx, actor, await this.findings.find(tx, actor, finding.id))
    })
  }

  /** While nobody has been made responsible for it. */
  async update(actor: Actor, id: number, given: UpdateFindingIn): Promise<FindingOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.findings.find(tx, actor, id)
      const taken = await this.transitions.take(tx, findingTable, Finding, id, editing, actor, {
        read,
        seen: given,
      })
      if (taken.source !== 'outside') throw new RuleBroken('funding.finding_of_rule')
      const own = await this.transitions.eventsOf(tx, 'finding', [id], actor)
      if (!mayReword(actor, own.get(id))) throw new RuleBroken('funding.finding_of_office')
      const before = saidOf(taken)
      const { institution, documentNumber, foundOn, fiscalYear, problem, text, amountFen, dueOn } = given
      const said: Said = {
        institution: institution ?? before.institution,
        documentNumber: documentNumber === undefined ? before.documentNumber : documentNumber,
        foundOn: foundOn ?? before.foundOn,
        fiscalYear: fiscalYear ?? before.fiscalYear,
        problem: problem ?? before.problem,
        text: text ?? before.text,
        amountFen: amountFen === undefined ? before.amountFen : amountFen === null ? null : fen(amountFen),
        dueOn: dueOn ?? before.dueOn,
      }
      this.requireDays(said)
      const set = { ...said, fingerprint: printOf(taken.schoolId!, said) }
      await onDuplicate(
        () => this.transitions.edit(tx, findingTable, Finding, taken, set, actor),
        enteredAlready,
      )
      await this.audit.record(tx, actor, {
        action: 'finding.update',
        entity: 'finding',
        entityId: id,
        schoolId: taken.schoolId,
        before,
        after: said,
      })
      return this.findings.out(tx, actor, await read())
    })
  }

  private requireDays({ foundOn, dueOn }: Said): void {
    if (foundOn! > this.clock.today()) throw new RuleBroken('funding.finding_later', { foundOn: foundOn! })
    if (dueOn! < foundOn!)
      throw new RuleBroken('funding.finding_due_first', { foundOn: foundOn!, dueOn: dueOn! })
  }
}

const enteredAlready = () => new RuleBroken('funding.finding_entered')

const printOf = (schoolId: number, { institution, documentNumber, text }: Said): string =>
  fingerprintOf('outside', JSON.stringify([schoolId, institution, documentNumber, text]))

const saidOf = ({
  institution,
  documentNumber,
  foundOn,
  fiscalYear,
  problem,
  text,
  amountFen,
  dueOn,
}: Finding): Said => ({
  institution,
  documentNumber,
  foundOn,
  fiscalYear,
  problem,
  text,
  amountFen,
  dueOn,
})
