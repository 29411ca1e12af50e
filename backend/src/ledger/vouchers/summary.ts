/** What a voucher says has happened (摘要): in Chinese, from the journal and from what its document says of itself. Pure. */

/** What the document behind a journal says; see VoucherWords. */
export interface SourceSaid {
  /** For what, or under which number: 电费, 同财教〔2026〕12号. */
  readonly title: string | null
  /** Who gets it. */
  readonly party: string | null
}

export interface Happened {
  readonly kind: string
  readonly sourceEntity: string
  readonly sourceId: number
  /** Names of the classes on which it stands; none: the school's own money. */
  readonly classNames: readonly string[]
  readonly fundName: string
  readonly fiscalYear: number
  readonly said: SourceSaid | null
}

/** Characters of the column. */
export const longestSummary = 200

export function summaryOf({ kind, ...rest }: Happened): string {
  const [turned, own] = kind.startsWith('un-') ? ['冲回：', kind.slice(3)] : ['', kind]
  return `${turned}${sentence(own, rest)}`.replace(/\s+/g, ' ').trim().slice(0, longestSummary)
}

function sentence(kind: string, happened: Omit<Happened, 'kind'>): string {
  const { fundName, fiscalYear, said, classNames } = happened
  const money = `${fiscalYear}年${fundName}`
  switch (kind) {
    case 'receive':
      return `收到 ${money}${said?.title ? `（${said.title}）` : ''}`
    case 'carry-out':
      return `${money}结余结转下年`
    case 'carry-in':
      return `上年结转 ${money}`
    case 'return':
      return `上缴 ${money}结余${partyOf(said)}`
    case 'spend':
      return `支付 ${placeOf(classNames)} ${said?.title ?? money}${partyOf(said)}`
    case 'refund':
      return `收回 ${placeOf(classNames)} ${said?.title ?? money}${partyOf(said)}`
    case 'reclassify':
      return `调账 ${placeOf(classNames)} ${said?.title ?? money}${partyOf(said)}`
    default:
      // A kind of journal that was added later speaks through its document.
      return said?.title
        ? `${said.title}${partyOf(said)}`
        : `${money} ${happened.sourceEntity} ${happened.sourceId}`
  }
}

const partyOf = (said: SourceSaid | null) => (said?.party ? ` —— ${said.party}` : '')

function placeOf(classNames: readonly string[]): string {
  if (classNames.length === 0) return '学校'
  return classNames.length <= 3 ? classNames.join('、') : `${classNames[0]}等${classNames.length}个班`
}
