import { Type } from 'class-transformer'
import { IsIn, Matches } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { ListSheet } from '../../platform/sheets/index.js'
import type { School } from '../../organisation/index.js'
import { type Account, accounts } from '../journal/accounts.js'
import {
  economicNames,
  formerAccounts,
  functionalClasses,
  functionalQuestion,
  hasFunctionalClass,
  mappedAccounts,
  openQuestions,
  statutoryNames,
} from './mapping.js'
import { voucherCode } from './voucher-content.js'
import type { VoucherLine, VoucherSide } from './voucher-lines.js'
import type { Voucher } from './voucher.entity.js'

export const voucherStatuses = ['numbered', 'checked'] as const
export type VoucherStatus = (typeof voucherStatuses)[number]

export class VoucherListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** 'YYYY-MM'. */
  @Optional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string

  @Optional()
  @IsIn(voucherStatuses)
  status?: VoucherStatus
}

export class NumberVouchersIn {
  @IsInt()
  schoolId!: number
}

export class VoucherWaitingQuery {
  @Type(() => Number)
  @IsInt()
  schoolId!: number
}

/** How many journals of money have no number yet. */
export class VoucherWaitingOut {
  count!: number
}

export class VoucherLineOut {
  side!: VoucherSide
  account!: string
  name!: string
  /** Of the government's chart. */
  code!: string
  title!: string
  functionalClass!: string | null
  economicCategory!: string | null
  debitFen!: number
  creditFen!: number
  isVerified!: boolean
}

export class VoucherOut {
  id!: number
  schoolId!: number
  schoolName!: string
  /** 记-2026-11-0001 */
  code!: string
  month!: string
  number!: number
  accountedOn!: string
  kind!: string
  summary!: string
  amountFen!: number
  makerName!: string
  status!: VoucherStatus
  checkedByName!: string | null
  checkedAt!: string | null
  contentHash!: string
  /** Of the journal, in the school's chain. */
  sequence!: number
  /** Null: the journal is not there, which `kehou ledger verify` says, too. */
  journalId!: number | null
  actions!: string[]
}

export class VoucherWithLinesOut extends VoucherOut {
  lines!: VoucherLineOut[]
}

export type ReadVoucher = Voucher & { school: School; journal?: { id: number } | null }

export function toVoucherOut(voucher: ReadVoucher, actions: string[]): VoucherOut {
  const { id, schoolId, month, number, accountedOn, kind, summary, amountFen, makerName } = voucher
  const { checkedByName, checkedAt, contentHash, sequence } = voucher
  return {
    id,
    schoolId,
    schoolName: voucher.school.name,
    code: voucherCode(voucher),
    month,
    number,
    accountedOn,
    kind,
    summary,
    amountFen,
    makerName,
    status: checkedAt === null ? 'numbered' : 'checked',
    checkedByName,
    checkedAt: checkedAt?.toISOString() ?? null,
    contentHash,
    sequence,
    journalId: voucher.journal?.id ?? null,
    actions,
  }
}

export const toVoucherLineOut = (line: VoucherLine): VoucherLineOut => ({ ...line })

/** A line of a voucher with the voucher. */
export interface SheetRow {
  readonly voucher: ReadVoucher
  readonly line: VoucherLine
}

export const voucherSheet: ListSheet<SheetRow> = {
  zh: '记账凭证',
  en: 'Vouchers',
  columns: [
    { zh: '学校', en: 'School', kind: 'text', width: 24, of: ({ voucher }) => voucher.school.name },
    { zh: '凭证号', en: 'Number', kind: 'text', width: 20, of: ({ voucher }) => voucherCode(voucher) },
    { zh: '日期', en: 'Day', kind: 'text', width: 14, of: ({ voucher }) => voucher.accountedOn },
    { zh: '摘要', en: 'Summary', kind: 'text', width: 40, of: ({ voucher }) => voucher.summary },
    {
      zh: '会计',
      en: 'Side',
      kind: 'text',
      width: 12,
      of: ({ line }, language) => sideNames[line.side][language],
    },
    { zh: '科目', en: 'Account', kind: 'text', width: 12, of: ({ line }) => line.code },
    { zh: '科目名称', en: 'Name', kind: 'text', width: 28, of: ({ line }) => line.title },
    { zh: '明细', en: 'Detail', kind: 'text', width: 22, of: ({ line }) => line.name },
    { zh: '功能分类', en: 'Function', kind: 'text', width: 12, of: ({ line }) => line.functionalClass },
    {
      zh: '支出经济分类',
      en: 'Economic category',
      kind: 'text',
      width: 14,
      of: ({ line }) => line.economicCategory,
    },
    { zh: '借方金额', en: 'Debit', kind: 'fen', width: 16, of: ({ line }) => line.debitFen || null },
    { zh: '贷方金额', en: 'Credit', kind: 'fen', width: 16, of: ({ line }) => line.creditFen || null },
    {
      zh: '科目对照',
      en: 'Mapping',
      kind: 'text',
      width: 14,
      of: ({ line }, language) => (line.isVerified ? '' : language === 'zh' ? '待会计核对' : 'to be checked'),
    },
    { zh: '制单', en: 'Made by', kind: 'text', width: 14, of: ({ voucher }) => voucher.makerName },
    { zh: '复核', en: 'Checked by', kind: 'text', width: 14, of: ({ voucher }) => voucher.checkedByName },
  ],
}

export const sideNames = {
  financial: { zh: '财务会计', en: 'Financial' },
  budget: { zh: '预算会计', en: 'Budget' },
} as const

/** Where an account stands in the government's charts. */
export class AccountMappingOut {
  account!: string
  nameZh!: string
  nameEn!: string
  /** Nothing new should stand on it. */
  isFormer!: boolean
  financial!: string | null
  financialName!: string | null
  budget!: string | null
  budgetName!: string | null
  economicCategory!: string | null
  economicName!: string | null
  hasFunctionalClass!: boolean
  isVerified!: boolean
  /** What the accountant must still answer. */
  questionZh!: string | null
  questionEn!: string | null
}

export class FunctionalClassOut {
  stage!: string
  code!: string
  nameZh!: string
  nameEn!: string
}

export class MappingOut {
  accounts!: AccountMappingOut[]
  functionalClasses!: FunctionalClassOut[]
  functionalQuestionZh!: string
  functionalQuestionEn!: string
}

export function mappingOut(): MappingOut {
  return {
    accounts: mappedAccounts.map(([account]) => toAccountMappingOut(account)),
    functionalClasses: Object.entries(functionalClasses).map(([stage, { code, zh, en }]) => ({
      stage,
      code,
      nameZh: zh,
      nameEn: en,
    })),
    functionalQuestionZh: functionalQuestion.zh,
    functionalQuestionEn: functionalQuestion.en,
  }
}

function toAccountMappingOut(account: Account): AccountMappingOut {
  const { zh, en, statutory } = accounts[account]
  const { financial, budget, economicCategory, isVerified } = statutory!
  const named = (names: Readonly<Record<string, string>>, code: string | null) =>
    code === null ? null : (names[code] ?? null)
  return {
    account,
    nameZh: zh,
    nameEn: en,
    isFormer: formerAccounts.has(account),
    financial,
    financialName: named(statutoryNames, financial),
    budget,
    budgetName: named(statutoryNames, budget),
    economicCategory,
    economicName: named(economicNames, economicCategory),
    hasFunctionalClass: hasFunctionalClass(account),
    isVerified,
    questionZh: openQuestions[account]?.zh ?? null,
    questionEn: openQuestions[account]?.en ?? null,
  }
}
