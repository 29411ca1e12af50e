import { IsString, Matches } from 'class-validator'
import type { PolicyPack } from './packs/index.js'

export class LoadPackIn {
  /** Your region or one below it. */
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode!: string
}

export class PackNoticeOut {
  totalFen!: number
  issuedOn!: string
}

export class PolicyPackOut {
  /** The code, which is the address of the pack. */
  id!: string
  title!: string
  titleEn!: string
  /** Where it comes from. */
  regionCode!: string
  issuer!: string
  documentNumber!: string | null
  effectiveOn!: string
  /** Web addresses. */
  source!: string[]
  notes!: string
  notesEn!: string
  fundNames!: string[]
  fundNamesEn!: string[]
  standardCount!: number
  /** A notice by attached list, where the region publishes no formula. */
  notice!: PackNoticeOut | null
  /** Your regions in which it is loaded. */
  loadedIn!: string[]
}

export function toPolicyPackOut(pack: PolicyPack, loadedIn: string[]): PolicyPackOut {
  const {
    code,
    title,
    titleEn,
    regionCode,
    issuer,
    documentNumber,
    effectiveOn,
    source,
    notes,
    notesEn,
    funds,
    standards,
    notice,
  } = pack
  return {
    id: code,
    title,
    titleEn,
    regionCode,
    issuer,
    documentNumber,
    effectiveOn,
    source: [...source],
    notes,
    notesEn,
    fundNames: funds.map(({ name }) => name),
    fundNamesEn: funds.map(({ nameEn }) => nameEn),
    standardCount: standards.length,
    notice: notice && { totalFen: notice.totalFen, issuedOn: notice.issuedOn },
    loadedIn,
  }
}

export class LoadedPackOut {
  id!: string
  regionCode!: string
  fundCount!: number
  standardCount!: number
  policyCount!: number
  /** Everything was there already; nothing was changed. */
  isUnchanged!: boolean
}
