/** Ids in what is asked, granted, paid and answered for: the funding, and the surveys. */
import type { Named } from '../scope-world.js'
import { list, type Try } from './try.js'

const listed = ({ person, teacher, allotment }: Partial<Named>) => ({
  payeeId: person,
  teacherId: teacher,
  amountFen: 100,
  taxKind: 'wages',
  lines: [{ allotmentId: allotment, account: 'E500' }],
})

export const triesOfMoney: readonly Try[] = [
  {
    route: 'POST /api/appropriations',
    by: 'education',
    body: ({ fund }) => ({ fundId: fund, fiscalYear: 2027, title: '通知' }),
    fields: { fundId: 'fund' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/audit-rules/run',
    by: 'bureau',
    body: ({ school }) => ({ schoolId: school }),
    fields: { schoolId: 'school' },
  },
  {
    route: 'POST /api/declarations',
    by: 'school_finance_officer',
    body: ({ school, fund }) => ({ schoolId: school, fundId: fund, fiscalYear: 2028 }),
    fields: { schoolId: 'school', fundId: 'fund' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/estimates',
    by: 'school_finance_officer',
    body: ({ school, fund }) => ({ schoolId: school, fundId: fund, fiscalYear: 2027 }),
    fields: { schoolId: 'school', fundId: 'fund' },
  },
  {
    route: 'POST /api/fund-policies',
    by: 'education',
    body: ({ fund }) => ({
      fundId: fund,
      publicationWorkdays: 5,
      leftover: 'carry',
      validFromOn: '2026-01-01',
      issuer: '市教育局',
      documentNumber: '1号',
    }),
    fields: { fundId: 'fund' },
    refusedOurs: 400,
  },
  {
    route: 'POST /api/funding-standards',
    by: 'education',
    body: ({ fund, school }) => ({
      fundId: fund,
      schoolId: school,
      stage: 'primary',
      model: 'per_class',
      unit: 'year',
      amountFen: 1_000_000,
      countDay: '10-01',
      validFromOn: '2027-01-01',
      issuer: '市财政局',
      documentNumber: '2号',
    }),
    fields: { fundId: 'fund', schoolId: 'school' },
  },
  ...(['close', 'reopen'] as const).map((event) => ({
    route: `POST /api/ledger-periods/${event}`,
    by: event === 'close' ? 'school_finance_officer' : 'principal',
    body: ({ school }: Named) => ({
      schoolId: school,
      month: '2026-10',
      ...(event === 'reopen' ? { comment: '说明' } : {}),
    }),
    fields: { schoolId: 'school' },
    refusedOurs: 422,
  })),
  {
    route: 'POST /api/payments',
    by: 'school_finance_officer',
    body: ({ allotment, payee, invoice, commitment }) => ({
      commitmentId: commitment,
      lines: [{ allotmentId: allotment, amountFen: 100, account: 'E530' }],
      invoices: [{ invoiceId: invoice, amountFen: 100 }],
      payeeId: payee,
      reason: '材料',
    }),
    fields: {
      'lines.allotmentId': 'allotment',
      'invoices.invoiceId': 'invoice',
      commitmentId: 'commitment',
      payeeId: 'payee',
    },
  },
  {
    route: 'PATCH /api/payments/{draftPayment}',
    by: 'school_finance_officer',
    body: ({ payee, invoice, commitment }) => ({
      payeeId: payee,
      invoices: [{ invoiceId: invoice, amountFen: 50 }],
      commitmentId: commitment,
    }),
    fields: { payeeId: 'payee', 'invoices.invoiceId': 'invoice', commitmentId: 'commitment' },
  },
  {
    route: 'POST /api/vouchers/number',
    by: 'school_finance_officer',
    body: ({ school }) => ({ schoolId: school }),
    fields: { schoolId: 'school' },
  },
  {
    route: 'POST /api/payments/shares',
    by: 'school_finance_officer',
    body: ({ allotment, section }) => ({
      allotmentIds: [allotment],
      amountFen: 100,
      by: 'section',
      sectionId: section,
    }),
    fields: { allotmentIds: 'allotment', sectionId: 'section' },
  },
  {
    route: 'POST /api/corrections',
    by: 'school_finance_officer',
    body: ({ paid, allotment }) => ({
      paymentId: paid,
      kind: 'reclassification',
      lines: [
        {
          allotmentId: allotment,
          account: 'E530',
          amountFen: 100,
          toAllotmentId: allotment,
          toAccount: 'E542',
        },
      ],
      reason: '记错用途',
    }),
    fields: { paymentId: 'paid', 'lines.allotmentId': 'allotment', 'lines.toAllotmentId': 'allotment' },
  },
  {
    route: 'PATCH /api/corrections/{correction}',
    by: 'school_finance_officer',
    body: ({ allotment }) => ({
      lines: [
        {
          allotmentId: allotment,
          account: 'E530',
          amountFen: 50,
          toAllotmentId: allotment,
          toAccount: 'E542',
        },
      ],
    }),
    fields: { 'lines.allotmentId': 'allotment', 'lines.toAllotmentId': 'allotment' },
  },
  {
    route: 'POST /api/commitments',
    by: 'school_finance_officer',
    body: ({ allotment, payee }) => ({
      kind: 'purchase',
      number: 'CG-2',
      title: '采购',
      payeeId: payee,
      signedOn: '2026-11-01',
      endsOn: '2026-12-31',
      lines: [{ allotmentId: allotment, account: 'E530', amountFen: 200 }],
    }),
    fields: { payeeId: 'payee', 'lines.allotmentId': 'allotment' },
  },
  {
    route: 'PATCH /api/commitments/{draftCommitment}',
    by: 'school_finance_officer',
    body: ({ allotment, payee }) => ({
      payeeId: payee,
      lines: [{ allotmentId: allotment, account: 'E530', amountFen: 300 }],
    }),
    fields: { payeeId: 'payee', 'lines.allotmentId': 'allotment' },
  },
  {
    route: 'POST /api/invoices',
    by: 'school_finance_officer',
    body: ({ school }) => ({
      schoolId: school,
      number: '26142000000000000099',
      seller: '文具店',
      issuedOn: '2026-11-18',
      amountFen: 100,
    }),
    fields: { schoolId: 'school' },
  },
  {
    route: 'POST /api/payees',
    by: 'school_finance_officer',
    body: ({ school }) => ({
      schoolId: school,
      name: '文具店',
      kind: 'unit',
      account: '6222000000000058',
      bankName: '工商银行大同分行',
    }),
    fields: { schoolId: 'school' },
  },
  {
    route: 'POST /api/pay-lists',
    by: 'school_finance_officer',
    body: ({ school, person, teacher, allotment }) => ({
      schoolId: school,
      fiscalYear: 2026,
      title: '十一月课时费',
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
      entries: [listed({ person, teacher, allotment })],
    }),
    fields: {
      schoolId: 'school',
      'entries.payeeId': 'person',
      'entries.teacherId': 'teacher',
      'entries.lines.allotmentId': 'allotment',
    },
  },
  {
    route: 'PATCH /api/pay-lists/{payList}',
    by: 'school_finance_officer',
    body: (own) => ({ entries: [listed(own)] }),
    fields: {
      'entries.payeeId': 'person',
      'entries.teacherId': 'teacher',
      'entries.lines.allotmentId': 'allotment',
    },
  },
  {
    route: 'POST /api/bank-orders',
    by: 'centre',
    body: ({ school }) => ({ schoolId: school }),
    fields: { schoolId: 'school' },
  },
  ...(['order', 'return'] as const).map((file) => ({
    route: `POST /api/bank-${file}-formats`,
    by: file === 'order' ? 'centre' : 'school_finance_officer',
    body: ({ school }: Named) => ({
      schoolId: school,
      name: '工行',
      columns: (file === 'order'
        ? ['reference', 'payee', 'account', 'amountFen']
        : ['reference', 'amountFen', 'result']
      ).map((field) => ({ field, title: field })),
    }),
    fields: { schoolId: 'school' },
  })),
  {
    route: 'POST /api/publications',
    by: 'school_finance_officer',
    body: ({ settlement }) => ({ kind: 'statement', subjectId: settlement ?? 999_999 }),
    fields: {},
    refusedOurs: 404,
  },
  {
    route: 'POST /api/reminders',
    by: 'education',
    body: ({ school, fund }) => ({
      schoolIds: list(school!),
      kind: 'estimate_due',
      fundId: fund,
      fiscalYear: 2027,
    }),
    fields: { schoolIds: 'school', fundId: 'fund' },
  },
  {
    route: 'POST /api/schemes',
    by: 'school_finance_officer',
    body: ({ receipt }) => ({ receiptId: receipt }),
    fields: { receiptId: 'receipt' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/schemes',
    by: 'school_finance_officer',
    body: ({ school, fund }) => ({ schoolId: school, fundId: fund, fiscalYear: 2026 }),
    fields: { schoolId: 'school', fundId: 'fund' },
    refusedOurs: 422,
  },
  {
    route: 'POST /api/settlements',
    by: 'school_finance_officer',
    body: ({ school, fund, term }) => ({ schoolId: school, fundId: fund, fiscalYear: 2026, termId: term }),
    fields: { schoolId: 'school', fundId: 'fund', termId: 'term' },
  },
  {
    route: 'POST /api/surveys',
    by: 'bureau',
    body: ({ term }) => ({
      termId: term,
      title: '新问卷',
      titleEn: 'New survey',
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
    }),
    fields: { termId: 'term' },
  },
]
