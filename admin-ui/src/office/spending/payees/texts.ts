import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { payees: '收款人' },
  funding: {
    payeeKinds: { unit: '单位', person: '个人' },
    noPayees: '还没有收款人。',
    noPayeesNext: '登记收款人的账号和开户行，申请支付时直接选用。',
    searchPayees: '名称、开户行或账号后四位',
    payeeConsequence: '一个账号只登记一次。以后改动不影响已经提交的支付。',
    accountHelp: '只显示最后四位；送银行时才用全部账号。',
    accountKeep: '现在的账号以 %{last4} 结尾，不改就留空。改账号的人视同之后支付的经办人，不能审批。',
    bankCodeHelp: '十二位数字，可以不填。',
    accountChanged: '%{at} 由%{by}填写或改过账户信息',
    bankMissing: '开户行还没有填，填好后才能提交支付。',
    payeeInUse: '在用',
    payeeStopped: '已停用',
  },
  resources: {
    payees: {
      name: '收款人',
      fields: {
        schoolId: '学校',
        name: '名称（全称）',
        kind: '类型',
        account: '银行账号',
        accountLast4: '账号后四位',
        bankName: '开户行',
        bankCode: '联行号',
        isActive: '在用',
        accountChangedAt: '账户信息填写或改动',
      },
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { payees: 'Payees' },
  funding: {
    payeeKinds: { unit: 'Unit', person: 'Person' },
    noPayees: 'There is no payee yet.',
    noPayeesNext: 'Put in account and bank of a payee once and choose it for each payment.',
    searchPayees: 'Name, bank or last four digits',
    payeeConsequence: 'An account is kept once. Later changes do not touch payments that were submitted.',
    accountHelp: 'Only its last four digits are shown; the whole goes to the bank.',
    accountKeep:
      'The account ends in %{last4}; leave this empty to keep it. Whoever changes it counts as a maker of later payments and cannot approve them.',
    bankCodeHelp: 'Twelve digits; may be left out.',
    accountChanged: 'Account, name or bank put in or changed on %{at} by %{by}',
    bankMissing: 'The bank is missing; nothing can be submitted to this payee before it is filled in.',
    payeeInUse: 'In use',
    payeeStopped: 'Not in use',
  },
  resources: {
    payees: {
      name: 'Payee |||| Payees',
      fields: {
        schoolId: 'School',
        name: 'Full name',
        kind: 'Kind',
        account: 'Bank account',
        accountLast4: 'Last four digits',
        bankName: 'Bank',
        bankCode: 'Bank code',
        isActive: 'In use',
        accountChangedAt: 'Account put in or changed',
      },
    },
  },
}
