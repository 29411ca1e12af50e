/** The accounts (科目) of the class ledger, and the one definition of a balance. Pure. */

export const accounts = {
  M000: { zh: '备查对应', en: 'Memorandum contra', class: 'memo' },
  M100: { zh: '应得经费', en: 'Entitled', class: 'memo' },
  M110: { zh: '已申报', en: 'Declared', class: 'memo' },
  M120: { zh: '已批准', en: 'Approved', class: 'memo' },
  M200: { zh: '已预留', en: 'Committed', class: 'memo' },
  A110: { zh: '财政应返还额度', en: 'Fiscal quota', class: 'asset' },
  R400: { zh: '财政拨款(课后服务)', en: 'Fiscal appropriation, after-school', class: 'income' },
  E500: { zh: '教师课后服务补助', en: 'Teachers\' after-school subsidy', class: 'expense' },
  E510: { zh: '外聘教师劳务费', en: 'External lecturers', class: 'expense' },
  E520: { zh: '购买第三方服务', en: 'Purchased third-party service', class: 'expense' },
  E530: { zh: '专用材料费', en: 'Consumables and material', class: 'expense' },
  E540: { zh: '水电、印刷、维修', en: 'Water, electricity, printing, repair', class: 'expense' },
  E550: { zh: '校方责任保险', en: 'School liability insurance', class: 'expense' },
  E560: { zh: '小型设备', en: 'Small equipment', class: 'expense' },
  E570: { zh: '管理值班补助', en: 'Management duty pay', class: 'expense' },
} as const

export type Account = keyof typeof accounts
export const expenseAccounts = Object.entries(accounts).filter(([, account]) => account.class === 'expense').map(([code]) => code) as Account[]

/** The figures of the board, in the order in which money moves. */
export const figures = ['entitled', 'declared', 'approved', 'received', 'committed', 'spent'] as const
export type Figure = (typeof figures)[number]

/** Which accounts make up a figure; income counts on its credit side. */
export const figureAccounts: Readonly<Record<Figure, { readonly accounts: readonly Account[]; readonly side: 'debit' | 'credit' }>> = {
  entitled: { accounts: ['M100'], side: 'debit' },
  declared: { accounts: ['M110'], side: 'debit' },
  approved: { accounts: ['M120'], side: 'debit' },
  received: { accounts: ['R400'], side: 'credit' },
  committed: { accounts: ['M200'], side: 'debit' },
  spent: { accounts: expenseAccounts, side: 'debit' },
}
