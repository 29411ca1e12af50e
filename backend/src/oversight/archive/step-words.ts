/** What steps and documents are called in the archive (办理步骤). Pure. */
import type { Language } from '../../platform/texts.js'

interface Words {
  readonly zh: string
  readonly en: string
}

/** By the name of the table, in the order of the money. */
export const documentNames: Readonly<Record<string, Words>> = {
  estimate: { zh: '预算测算', en: 'Estimate' },
  performance_target: { zh: '绩效目标', en: 'Target' },
  declaration: { zh: '资金申报', en: 'Declaration' },
  appropriation: { zh: '经费下达', en: 'Notice' },
  scheme: { zh: '分配方案', en: 'Distribution scheme' },
  commitment: { zh: '合同、采购', en: 'Contract or purchase' },
  pay_list: { zh: '发放表', en: 'Pay list' },
  invoice: { zh: '发票', en: 'Invoice' },
  payment: { zh: '支付', en: 'Payment' },
  bank_order: { zh: '付款指令', en: 'Bank order' },
  publication: { zh: '公示', en: 'Publication' },
  correction: { zh: '支付更正', en: 'Correction' },
  settlement: { zh: '结算', en: 'Settlement' },
  treasury_return: { zh: '上缴财政', en: 'Return to the treasury' },
  finding: { zh: '审计发现', en: 'Finding' },
}

const steps: Readonly<Record<string, Words>> = {
  create: { zh: '起草', en: 'drafted' },
  edit: { zh: '修改', en: 'changed' },
  supply: { zh: '提供资料', en: 'supplied' },
  submit: { zh: '提交', en: 'handed in' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
  review: { zh: '审核', en: 'reviewed' },
  check: { zh: '核对', en: 'checked' },
  'finance-check': { zh: '财政核对', en: 'checked by finance' },
  publish: { zh: '公示', en: 'published' },
  object: { zh: '有异议', en: 'objected to' },
  countersign: { zh: '会签', en: 'countersigned' },
  issue: { zh: '下达', en: 'issued' },
  approve: { zh: '批准', en: 'approved' },
  'send-back': { zh: '退回', en: 'sent back' },
  'refer-back': { zh: '退回', en: 'referred back' },
  reject: { zh: '退回', en: 'rejected' },
  refuse: { zh: '不批准', en: 'refused' },
  'make-payments': { zh: '生成支付', en: 'payments made' },
  'make-again': { zh: '补生成支付', en: 'payments made again' },
  reopen: { zh: '收回', en: 'reopened' },
  settle: { zh: '登记已付款', en: 'settled' },
  'register-slip': { zh: '登记回单', en: 'slip registered' },
  'register-failure': { zh: '登记付款失败', en: 'failure registered' },
  'register-return': { zh: '登记退汇', en: 'return registered' },
  'take-back': { zh: '退汇', en: 'taken back' },
  fail: { zh: '付款失败', en: 'failed' },
  post: { zh: '记账', en: 'posted' },
  receive: { zh: '登记到账', en: 'receipt registered' },
  resend: { zh: '重新付款', en: 'resent' },
  'give-up': { zh: '放弃', en: 'given up' },
  monitor: { zh: '年中监控', en: 'monitored' },
  evaluate: { zh: '评价', en: 'evaluated' },
  assign: { zh: '指定责任人', en: 'assigned' },
  rectify: { zh: '整改', en: 'mended' },
  verify: { zh: '核实', en: 'verified' },
  send: { zh: '送银行', en: 'sent' },
  dissolve: { zh: '解散', en: 'dissolved' },
  open: { zh: '开始公示', en: 'opened' },
  archive: { zh: '归档', en: 'archived' },
  retract: { zh: '撤下', en: 'taken off' },
  end: { zh: '结束', en: 'ended' },
  close: { zh: '销号', en: 'closed' },
  dismiss: { zh: '不是问题', en: 'dismissed' },
}

/** A step that has no name here stands with its code: nothing is left out. */
export const stepName = (event: string, language: Language): string => steps[event]?.[language] ?? event
export const isNamed = (event: string): boolean => event in steps
