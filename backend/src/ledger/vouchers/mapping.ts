/** Where an account stands in the government's charts (科目对照), to item level, with what the accountant must still answer. Data; pure. */
import { type Account, type AccountInfo, accounts, expenseAccounts } from '../journal/accounts.js'

interface Said {
  readonly zh: string
  readonly en: string
}

/** Accounts of the government accounting system and what they are called. */
export const statutoryNames: Readonly<Record<string, string>> = {
  '1201': '财政应返还额度',
  '1601': '固定资产',
  '2103': '应缴财政款',
  '3001': '累计盈余',
  '4001': '财政拨款收入',
  '5001-01': '业务活动费用—工资福利费用',
  '5001-02': '业务活动费用—商品和服务费用',
  '6001': '财政拨款预算收入',
  '7201': '事业支出',
  '8001': '资金结存',
  '8102': '财政拨款结余',
}

/** Items of the economic classification of a unit's spending. */
export const economicNames: Readonly<Record<string, string>> = {
  '30107': '绩效工资',
  '30202': '印刷费',
  '30205': '水费',
  '30206': '电费',
  '30213': '维修(护)费',
  '30218': '专用材料费',
  '30226': '劳务费',
  '30227': '委托业务费',
  '30299': '其他商品和服务支出',
  '31002': '办公设备购置',
}

/** By the school's stage. */
export const functionalClasses = {
  primary: { code: '2050202', zh: '小学教育', en: 'primary education' },
  junior_secondary: { code: '2050203', zh: '初中教育', en: 'junior secondary education' },
} as const

/** Spending and the income that pays it stand under a functional class; what is only kept does not. */
export const hasFunctionalClass = (account: Account): boolean =>
  accounts[account].class === 'expense' || accounts[account].class === 'income'

/** Money went over this account before its items had accounts of their own; nothing new should. */
export const formerAccounts: ReadonlySet<Account> = new Set<Account>(['E540'])
/** What spending may be asked for under. */
export const askedAccounts: readonly Account[] = expenseAccounts.filter((code) => !formerAccounts.has(code))

export const functionalQuestion: Said = {
  zh: '课后服务补助按学段列 2050202 或 2050203，还是统一列“205 教育支出”下的其他项？（瓯海的通知只写“205 教育类”。）',
  en: "Does the money stand under 2050202 or 2050203 by stage, or under another item of 205? (Ouhai's notice says only 205.)",
}

const daily: Said = {
  zh: '7201 的明细列“基本支出—公用经费”还是“项目支出”？',
  en: 'Is the detail of 7201 basic spending (public costs) or project spending?',
}

/** What no text has answered yet; an account of which nothing is asked is confirmed. */
export const openQuestions: Readonly<Partial<Record<Account, Said>>> = {
  A110: {
    zh: '用款额度记 1201 财政应返还额度，还是实行国库集中支付后只在付款时确认收入和支出？8001 用哪个明细？',
    en: 'Is the quota booked on 1201, or are income and spending booked only when the treasury pays? Which detail of 8001?',
  },
  R400: {
    zh: '上级或非同级财政给的部分仍记 4001／6001，还是记非同级财政拨款收入？',
    en: 'Does what another level grants stay on 4001 and 6001, or is it income from another level?',
  },
  N300: {
    zh: '年末结转在财务会计要不要分录？预算会计用 8101 结转还是 8102 结余？',
    en: 'Does carrying over need a financial entry? Is the budget account 8101 or 8102?',
  },
  N310: {
    zh: '上缴结余的财务会计对应科目用 2103 还是 3001？预算会计用 8101 还是 8102？',
    en: 'Is the financial account of what is returned 2103 or 3001, and the budget account 8101 or 8102?',
  },
  E500: {
    zh: '财政资金发的课后服务补助也列 30107 绩效工资吗？（有依据的只是收费资金。）是否并入绩效工资总量？',
    en: 'Does the subsidy from granted money stand on 30107, too? Only the case of fees is confirmed.',
  },
  E510: {
    zh: '校外人员的劳务费代扣个人所得税用哪个明细？',
    en: 'Which detail holds the tax that is withheld?',
  },
  E520: { zh: '购买服务列 30227 委托业务费还是 30299？', en: 'Is purchased service on 30227 or 30299?' },
  E530: { zh: '活动材料列 30218 专用材料费还是 30201 办公费？', en: 'Is material on 30218 or on 30201?' },
  E540: {
    zh: '旧科目：水、电、印刷、维修混在一起，暂列 30213。请逐笔改列 30205、30206、30202 或 30213。',
    en: 'Former account of four items, for now on 30213: say of each which of 30205, 30206, 30202 or 30213 it is.',
  },
  E541: daily,
  E542: daily,
  E543: daily,
  E544: daily,
  E550: {
    zh: '校方责任险列 30299 还是地方另有规定？',
    en: 'Is insurance on 30299, or does the place say otherwise?',
  },
  E560: {
    zh: '列 31002 办公设备购置还是 31003 专用设备购置？达不到固定资产标准的是否直接列费用？',
    en: 'Is equipment on 31002 or 31003? Is what is below the threshold an expense at once?',
  },
  E570: {
    zh: '管理值班补助能否列 30107，要不要单独封顶？',
    en: 'May management duty pay stand on 30107, and has it a cap of its own?',
  },
}

/** Everything that has a place in the government's charts, in the order of the accounts. */
export const mappedAccounts = (Object.entries(accounts) as [Account, AccountInfo][]).filter(
  ([, { statutory }]) => statutory !== null,
)
