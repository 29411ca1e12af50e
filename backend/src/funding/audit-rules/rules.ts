/** Which audit rules (审计规则) are there, which run on what Kehou keeps, and which wait for data that it does not keep yet? Pure. */

export interface AuditRule {
  readonly code: string
  /** Among the twenty of the field's list; null: one of Kehou's own. */
  readonly number: number | null
  readonly severity: 'error' | 'warning'
  readonly zh: string
  readonly en: string
  /** Why it does not run; null: it runs. */
  readonly waitsFor: { readonly zh: string; readonly en: string } | null
}

const fees = { zh: '收费尚未记入系统', en: 'fees are not kept yet' }
const institutions = { zh: '校外机构名单尚未记入系统', en: 'institutions are not kept yet' }

const waiting = (
  code: string,
  number: number,
  zh: string,
  en: string,
  waitsFor: { zh: string; en: string },
): AuditRule => ({ code, number, severity: 'error', zh, en, waitsFor })
const running = (
  code: string,
  number: number | null,
  severity: 'error' | 'warning',
  zh: string,
  en: string,
): AuditRule => ({ code, number, severity, zh, en, waitsFor: null })

export const auditRules: readonly AuditRule[] = [
  waiting('charge_above_cap', 1, '收费超过备案标准或上限', 'A charge above the filed standard or cap', fees),
  waiting(
    'charge_unfiled',
    2,
    '收费当日没有备案或公示',
    'A charge with no filing or publication on that day',
    fees,
  ),
  waiting('charge_waived', 3, '向已减免的学生收费', 'A charge to a pupil with a waiver', fees),
  waiting('charge_non_applicant', 4, '向没有申请的学生收费', 'A charge to a pupil who did not apply', fees),
  waiting(
    'item_not_chosen',
    5,
    '账单上有家长没有选择的项目',
    'A bill with an item that the guardian did not choose',
    fees,
  ),
  waiting(
    'foreign_account',
    6,
    '收款账户不是学校或财政账户',
    "A receiving account that is neither the school's nor the treasury's",
    fees,
  ),
  running(
    'hours_beyond_sessions',
    7,
    'error',
    '支付的课时超过已上的课次',
    'More class-hours paid than were held',
  ),
  running(
    'teacher_twice',
    8,
    'error',
    '同一教师同一时间有两节课',
    'One teacher in two sessions at the same time',
  ),
  running('rate_above_cap', 9, 'error', '课时酬金超过上限', 'A class-hour paid above the cap'),
  running(
    'teachers_share_low',
    10,
    'warning',
    '教师补助占支出的比例过低',
    "Teachers' share of the spending below the threshold",
  ),
  running(
    'declared_beyond_records',
    11,
    'error',
    '申报人数多于记录人数',
    'More declared than the records show',
  ),
  waiting('refund_overdue', 12, '学期结束后应退未退', 'A refund owed and not paid after the term', fees),
  running(
    'carried_against_policy',
    13,
    'error',
    '结余没有按规定结转或上缴',
    'A balance kept against the policy',
  ),
  running('books_disagree', 14, 'error', '收入减支出不等于结余', 'Income less expense is not the balance'),
  running(
    'without_clearance',
    15,
    'error',
    '没有有效准入的校外人员上课',
    'A person without valid clearance taught',
  ),
  waiting(
    'institution_not_listed',
    16,
    '机构当日不在白名单',
    'An institution not on the white-list that day',
    institutions,
  ),
  running(
    'forbidden_day',
    17,
    'error',
    '课次不在上课日或不在允许的时段',
    'A session on no school day or in a forbidden slot',
  ),
  running('card_shared', 18, 'warning', '同一银行账户有几个收款人', 'One bank account with several payees'),
  waiting('agency_fee_kept', 19, '代收费超过支付日期未付', 'An agency fee kept beyond its payout date', fees),
  waiting(
    'price_at_market',
    20,
    '课程价格不低于市场价',
    'A course price at or above the market price',
    institutions,
  ),
  running(
    'empty_class',
    null,
    'warning',
    '申报的班级没有或几乎没有学生',
    'A declared class with hardly any pupils',
  ),
  running('published_late', null, 'warning', '下达后没有及时公示', 'A grant not published in time'),
  running(
    'not_distributed',
    null,
    'warning',
    '到账经费没有及时分到班级',
    'Received money not put on the classes in time',
  ),
  running('objection_late', null, 'warning', '异议超过期限没有答复', 'An objection not answered in time'),
]

export const ruleOf = new Map(auditRules.map((rule) => [rule.code, rule]))
