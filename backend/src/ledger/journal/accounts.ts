/** The accounts (科目) of the class ledger with their statutory mapping, and the one definition of every figure. Pure. */

/** Where an account stands in the government's own charts; `isVerified` where a text confirms it, otherwise to be checked by the accountant. */
export interface Statutory {
  readonly financial: string | null
  readonly budget: string | null
  readonly economicCategory: string | null
  readonly isVerified: boolean
}

export interface AccountInfo {
  readonly zh: string
  readonly en: string
  readonly class: 'memo' | 'asset' | 'income' | 'balance' | 'expense'
  readonly statutory: Statutory | null
}

const mapped = (
  financial: string,
  budget: string | null,
  economicCategory: string | null = null,
  isVerified = false,
): Statutory => ({ financial, budget, economicCategory, isVerified })

const chart = {
  M000: { zh: '备查对应', en: 'Memorandum contra', class: 'memo', statutory: null },
  M110: { zh: '已申报', en: 'Declared', class: 'memo', statutory: null },
  M120: { zh: '已批准', en: 'Approved', class: 'memo', statutory: null },
  A110: { zh: '财政应返还额度', en: 'Fiscal quota', class: 'asset', statutory: mapped('1201', '8001') },
  R400: {
    zh: '财政拨款(课后服务)',
    en: 'Fiscal appropriation, after-school',
    class: 'income',
    statutory: mapped('4001', '6001'),
  },
  N300: { zh: '结转结余', en: 'Carried over', class: 'balance', statutory: mapped('3001', '8102') },
  N310: {
    zh: '上缴财政',
    en: 'Returned to the treasury',
    class: 'balance',
    statutory: mapped('2103', '8102'),
  },
  E500: {
    zh: '教师课后服务补助',
    en: "Teachers' after-school subsidy",
    class: 'expense',
    statutory: mapped('5001-01', '7201', '30107'),
  },
  E510: {
    zh: '外聘教师劳务费',
    en: 'External lecturers',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30226'),
  },
  E520: {
    zh: '购买第三方服务',
    en: 'Purchased third-party service',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30227'),
  },
  E530: {
    zh: '专用材料费',
    en: 'Consumables and material',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30218'),
  },
  // Of before its four items had accounts of their own: what was posted on it stays there.
  E540: {
    zh: '水电、印刷、维修',
    en: 'Water, electricity, printing, repair',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30213'),
  },
  E541: {
    zh: '水费',
    en: 'Water',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30205'),
  },
  E542: {
    zh: '电费',
    en: 'Electricity',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30206'),
  },
  E543: {
    zh: '印刷费',
    en: 'Printing',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30202'),
  },
  E544: {
    zh: '维修费',
    en: 'Repair',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30213'),
  },
  E550: {
    zh: '校方责任保险',
    en: 'School liability insurance',
    class: 'expense',
    statutory: mapped('5001-02', '7201', '30299'),
  },
  E560: {
    zh: '小型设备',
    en: 'Small equipment',
    class: 'expense',
    statutory: mapped('1601', '7201', '31002'),
  },
  E570: {
    zh: '管理值班补助',
    en: 'Management duty pay',
    class: 'expense',
    statutory: mapped('5001-01', '7201', '30107'),
  },
} as const satisfies Record<string, AccountInfo>

export type Account = keyof typeof chart
export const accounts: Readonly<Record<Account, AccountInfo>> = chart
export const expenseAccounts = Object.entries(accounts)
  .filter(([, account]) => account.class === 'expense')
  .map(([code]) => code) as Account[]

/** Accounts that pay people by the class-hour. */
export const paysPeople: ReadonlySet<string> = new Set(['E500', 'E510', 'E570'])

/** The figures that the ledger keeps, in the order in which money moves. */
export const figures = [
  'declared',
  'approved',
  'received',
  'carried',
  'returned',
  'committed',
  'spent',
] as const
export type Figure = (typeof figures)[number]

/** Memoranda (备查) stand in a book of their own: nothing of them is money. */
export const memoranda = Object.entries(accounts)
  .filter(([, account]) => account.class === 'memo')
  .map(([code]) => code) as Account[]

/**
 * What a line does. `single`: at once. `pending`: money is set aside; the lines say for what. `post` and `void` end a
 * pending journal with the same lines: it was spent, or it is free again.
 */
export const phases = ['single', 'pending', 'post', 'void'] as const
export type Phase = (typeof phases)[number]

interface Effect {
  readonly figure: Figure
  readonly sign: 1 | -1
}

/** Which accounts make up a figure of what is posted, and on which side it rises. */
const singleFigures: readonly {
  readonly figure: Figure
  readonly accounts: readonly Account[]
  readonly side: 'debit' | 'credit'
}[] = [
  { figure: 'declared', accounts: ['M110'], side: 'debit' },
  { figure: 'approved', accounts: ['M120'], side: 'debit' },
  { figure: 'received', accounts: ['R400'], side: 'credit' },
  { figure: 'carried', accounts: ['N300'], side: 'credit' },
  { figure: 'returned', accounts: ['N310'], side: 'debit' },
  { figure: 'spent', accounts: expenseAccounts, side: 'debit' },
]

const known = new Map<string, readonly Effect[]>()

/** What a line adds to each figure: 1 or -1 times its amount. */
export function effectsOf(phase: Phase, debit: Account, credit: Account): readonly Effect[] {
  const name = `${phase}/${debit}/${credit}`
  const before = known.get(name)
  if (before) return before
  const found: Effect[] =
    phase === 'pending'
      ? [{ figure: 'committed', sign: 1 }]
      : [
          ...(phase === 'single' ? [] : [{ figure: 'committed', sign: -1 } as const]),
          ...(phase === 'void' ? [] : postedEffects(debit, credit)),
        ]
  known.set(name, found)
  return found
}

function postedEffects(debit: Account, credit: Account): Effect[] {
  return singleFigures.flatMap(({ figure, accounts: own, side }): Effect[] => {
    const [plus, minus] = side === 'debit' ? [debit, credit] : [credit, debit]
    if (own.includes(plus)) return [{ figure, sign: 1 }]
    return own.includes(minus) ? [{ figure, sign: -1 }] : []
  })
}

const listed = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ')

/** The same in SQL, for a line of the alias `line`: what it adds to the figure. */
export function effectInSql(figure: Figure): string {
  if (figure === 'committed')
    return "CASE line.phase WHEN 'pending' THEN line.amountFen WHEN 'single' THEN 0 ELSE -line.amountFen END"
  const { accounts: own, side } = singleFigures.find((each) => each.figure === figure)!
  const [plus, minus] = side === 'debit' ? ['debit', 'credit'] : ['credit', 'debit']
  return `CASE WHEN line.phase IN ('pending', 'void') THEN 0 WHEN line.${plus}Account IN (${listed(own)}) THEN line.amountFen WHEN line.${minus}Account IN (${listed(own)}) THEN -line.amountFen ELSE 0 END`
}
