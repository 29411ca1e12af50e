/** Words of notices and receipts. */
import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    appropriations: {
      fields: {
        level: '承担级次',
        availableFen: '可下达金额',
        spendByOn: '使用期限',
        budgetCategory: '预算科目',
        reason: '调整原因',
      },
    },
    receipts: {
      fields: { receivedOn: '到账日期', slipNumber: '到账单号' },
      events: { receive: { label: '确认到账', done: '已确认到账，下一步制定分配方案。' } },
    },
  },
  funding: {
    levels: { whole: '不分级', nation: '中央', province: '省级', city: '市级', district: '县区级' },
    levelHelp: '只有几级财政分担的资金才需要选择。',
    availableHelp: '资金不够时填写，系统按核定额的比例分到各校，合计分毫不差；留空则全额下达。',
    receiveConsequence: '确认收到 %{amount}。确认后由分配方案分到各班。',
    submitNotice: '%{schools} 所学校，共 %{amount}。送签后不能再改。',
    paperDocx: '公文（可编辑）',
    paperPdf: '公文（打印）',
    linesXlsx: '附表（表格）',
    openClaim: '待下达核定额',
    editNotice: '修改草稿',
    editNoticeHelp: '金额可以减到 0，不能超过待下达的核定额；改金额要写原因。',
    noticeSaved: '草稿已修改。',
    reasonWhy: '为什么调整金额',
    sealed: '下达内容校验',
    sealedYes: '与下达时一致',
    sealedNo: '与下达时不一致，请立即联系管理员',
    makeScheme: '制定分配方案',
    openScheme: '查看分配方案',
    schemeDrafted: '已按申报起草分配方案，请核对。',
  },
}

export const en: Words<typeof zh> = {
  resources: {
    appropriations: {
      fields: {
        level: 'Paid by',
        availableFen: 'Available',
        spendByOn: 'Spend by',
        budgetCategory: 'Budget category',
        reason: 'Why amounts were changed',
      },
    },
    receipts: {
      fields: { receivedOn: 'Received on', slipNumber: 'Slip number' },
      events: { receive: { label: 'Confirm receipt', done: 'Confirmed; a distribution scheme comes next.' } },
    },
  },
  funding: {
    levels: {
      whole: 'Not told apart',
      nation: 'Nation',
      province: 'Province',
      city: 'City',
      district: 'District',
    },
    levelHelp: 'Only where several levels of government share the fund.',
    availableHelp:
      'Where there is less than the claims: it is shared out in proportion, exact to the fen. Leave empty to grant all.',
    receiveConsequence:
      'Confirms that %{amount} has arrived. A distribution scheme then puts it on the classes.',
    submitNotice: '%{schools} schools, %{amount} in all. It cannot be changed once it is sent.',
    paperDocx: 'Paper (Word)',
    paperPdf: 'Paper (PDF)',
    linesXlsx: 'Amounts (Excel)',
    openClaim: 'Open claim',
    editNotice: 'Change draft',
    editNoticeHelp: 'An amount may go down to 0 and not above the open claim; say why amounts are changed.',
    noticeSaved: 'The draft has been changed.',
    reasonWhy: 'Why amounts are changed',
    sealed: 'As issued',
    sealedYes: 'the same as when issued',
    sealedNo: 'differs from what was issued: tell the administrator at once',
    makeScheme: 'Make a scheme',
    openScheme: 'Open the scheme',
    schemeDrafted: 'The scheme has been drafted from the declaration; please check it.',
  },
}
