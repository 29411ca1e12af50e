import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator'
import type { ListColumn } from '../../platform/http/send-workbook.js'
import { ListQuery } from '../../platform/paging.js'
import type { Purpose } from '../standards/purposes.js'
import type { PayingLevel } from '../standards/rules.js'
import type { Declaration } from './declaration.entity.js'
import type { DeclarationLine } from './declaration-line.entity.js'
import { declarationStates, type DeclarationStatus } from './declaration.states.js'

export class DeclarationListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  fundId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  fiscalYear?: number

  @IsOptional() @IsIn(declarationStates)
  status?: DeclarationStatus

  @IsOptional() @Type(() => Number) @IsInt()
  publicationId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number
}

export class CreateDeclarationIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  fundId!: number

  @IsInt() @Min(2000) @Max(2100)
  fiscalYear!: number

  /** The part for after-school service, per mille; only where the fund has two purposes. */
  @IsOptional() @IsInt() @Min(0) @Max(1000)
  serviceSharePerMille?: number
}

export class UpdateDeclarationIn {
  @IsInt() @Min(0) @Max(1000)
  serviceSharePerMille!: number
}

export class PublishDeclarationsIn {
  /** Checked declarations of one fund and year. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1000) @ArrayUnique() @IsInt({ each: true })
  declarationIds!: number[]
}

export class PublishedDeclarationsOut {
  publicationId!: number
  slug!: string
  closesOn!: string
  count!: number
}

export class DeclarationLineOut {
  homeClassId!: number
  className!: string
  studentCount!: number
  amountFen!: number
}

export class LevelAmountOut {
  level!: PayingLevel
  amountFen!: number
}

export class DeclarationOut {
  id!: number
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  status!: DeclarationStatus
  countedOn!: string
  classCount!: number
  amountFen!: number
  serviceSharePerMille!: number
  servicePurpose!: Purpose
  otherPurpose!: Purpose | null
  /** 0 is the regular declaration; 1, 2 … are supplementary. */
  sequence!: number
  documentNumbers!: string[]
  levels!: LevelAmountOut[]
  reason!: string | null
  publicationId!: number | null
  snapshotHash!: string | null
  updatedAt!: string
  actions!: string[]
}

export class DeclarationWithLinesOut extends DeclarationOut {
  lines!: DeclarationLineOut[]
}

export function toDeclarationOut(declaration: Declaration, actions: string[]): DeclarationOut {
  const { id, schoolId, fundId, fiscalYear, status, countedOn, classCount, amountFen, serviceSharePerMille, snapshotHash, school, fund, sequence, rules, levels, reason, publicationId } = declaration
  const purpose = fund!.purposes.find((candidate) => candidate.stage === school!.stage)!
  return {
    id, schoolId, schoolName: school!.name, fundId, fundName: fund!.name, fiscalYear, status, countedOn, classCount, amountFen, serviceSharePerMille,
    servicePurpose: purpose.service, otherPurpose: purpose.other, sequence, documentNumbers: rules.map((rule) => rule.documentNumber), levels: levels.map(({ level, amountFen: part }) => ({ level, amountFen: part })),
    reason, publicationId, snapshotHash, updatedAt: declaration.updatedAt.toISOString(), actions,
  }
}

export function toDeclarationLineOut({ homeClassId, className, studentCount, amountFen }: DeclarationLine): DeclarationLineOut {
  return { homeClassId, className, studentCount, amountFen }
}

/** The columns of the exported list. */
export const declarationColumns: readonly ListColumn<DeclarationOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '班级数', en: 'Classes', kind: 'integer', of: (row) => row.classCount },
  { zh: '申报金额', en: 'Declared', kind: 'fen', of: (row) => row.amountFen },
  { zh: '计数日', en: 'Count date', kind: 'date', of: (row) => row.countedOn },
  { zh: '状态', en: 'State', kind: 'text', of: (row) => row.status },
]
