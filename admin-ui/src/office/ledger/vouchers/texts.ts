import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { vouchers: '记账凭证' },
  funding: {
    vouchersUnder: '每笔入账、支付和结转一张凭证。编号以后不再变；补记到以前月份的，接着往后编。',
    numberVouchers: '编号到今天',
    numberVouchersAsk: '给 %{smart_count} 张凭证编号。编号以后，凭证号、摘要和分录都不能再改。',
    numberVouchersNothing: '没有等待编号的凭证。',
    vouchersNumbered: '已给 %{smart_count} 张凭证编号。',
    noVouchers: '还没有凭证。',
    noVouchersNext: '选一所学校，由学校财务人员按“编号到今天”，或者月末结账时自动编号。',
    searchVouchers: '摘要、制单人或复核人',
    checkVoucher: '复核后，您的名字会印在凭证上。请先核对来源单据。',
    checkVouchers: '复核 %{smart_count} 张凭证，您的名字会印在上面。自己制单的会跳过并说明。',
    voucherPdf: '打印（PDF）',
    voucherDocx: '下载 Word',
    voucherSides: { financial: '财务会计', budget: '预算会计' },
    detail: '明细',
    debit: '借方',
    credit: '贷方',
    functionalClass: '功能分类',
    mappingUnverified: '带 * 的科目对照还没有依据确认。',
    accountMapping: '科目对照',
    accountMappingUnder:
      '凭证按这张表对到财务会计、预算会计科目和支出分类。以前编过号的凭证不受以后的改动影响。',
    mappingOpen: '还有 %{smart_count} 个科目没有依据确认，请会计逐项答复后再报送。',
    mappingConfirmed: '已确认',
    openQuestion: '待会计答复',
  },
  resources: {
    vouchers: {
      name: '记账凭证',
      fields: {
        code: '凭证号',
        month: '月份',
        accountedOn: '日期',
        schoolName: '学校',
        summary: '摘要',
        amountFen: '金额',
        makerName: '制单',
        checkedByName: '复核',
        status: '状态',
        journal: '台账',
        contentHash: '校验码',
      },
      events: { check: { label: '复核', done: '已复核。' } },
    },
  },
  states: { vouchers: { numbered: '待复核', checked: '已复核' } },
}

export const en: Words<typeof zh> = {
  menu: { vouchers: 'Vouchers' },
  funding: {
    vouchersUnder:
      'One voucher for everything received, paid and carried over. A number stays for good; what is booked back into an earlier month gets the next one.',
    numberVouchers: 'Number up to today',
    numberVouchersAsk:
      'Gives %{smart_count} voucher its number. Number, summary and entries cannot be changed afterwards. |||| Gives %{smart_count} vouchers their numbers. Numbers, summaries and entries cannot be changed afterwards.',
    numberVouchersNothing: 'No voucher waits for a number.',
    vouchersNumbered: '%{smart_count} voucher numbered. |||| %{smart_count} vouchers numbered.',
    noVouchers: 'There are no vouchers yet.',
    noVouchersNext:
      'Choose a school and let its finance officer number them up to today; closing a month numbers them, too.',
    searchVouchers: 'Summary, maker or checker',
    checkVoucher: 'Your name will stand on the voucher. Look at the document behind it first.',
    checkVouchers:
      'Checks %{smart_count} voucher; your name will stand on it. |||| Checks %{smart_count} vouchers; your name will stand on them. Those that you caused are left out, with the reason.',
    voucherPdf: 'Print (PDF)',
    voucherDocx: 'Download for Word',
    voucherSides: { financial: 'Financial accounting', budget: 'Budget accounting' },
    detail: 'Detail',
    debit: 'Debit',
    credit: 'Credit',
    functionalClass: 'Function',
    mappingUnverified: 'No text confirms what has a * yet.',
    accountMapping: 'Account mapping',
    accountMappingUnder:
      "Vouchers follow this table to the government's accounts and classes. What is numbered already does not change with it.",
    mappingOpen:
      '%{smart_count} account is not confirmed by any text; the accountant must answer before anything is reported. |||| %{smart_count} accounts are not confirmed by any text; the accountant must answer before anything is reported.',
    mappingConfirmed: 'Confirmed',
    openQuestion: 'Question to the accountant',
  },
  resources: {
    vouchers: {
      name: 'Voucher |||| Vouchers',
      fields: {
        code: 'No.',
        month: 'Month',
        accountedOn: 'Day',
        schoolName: 'School',
        summary: 'Summary',
        amountFen: 'Amount',
        makerName: 'Made by',
        checkedByName: 'Checked by',
        status: 'State',
        journal: 'Ledger',
        contentHash: 'Checksum',
      },
      events: { check: { label: 'Check', done: 'Checked.' } },
    },
  },
  states: { vouchers: { numbered: 'To be checked', checked: 'Checked' } },
}
