import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { addFen, type Fen, readYuan, shareOut } from '../../../platform/money.js'
import { chooseRules } from '../choose-standards.js'
import { entitle, splitByPurpose } from '../entitle.js'
import { explainEntitlement } from '../explain.js'
import { purposes } from '../purposes.js'
import { type CountedClass, type CountedSchool, ruleProblem } from '../rules.js'
import { policyPacks, rulesOf } from './index.js'

const pack = (code: string) => policyPacks.find((each) => each.code === code)!
const none: CountedClass = {
  homeClassId: 1,
  className: '1班',
  grade: 1,
  enrolled: 0,
  participants: 0,
  participantMonths: [],
  sessions: 0,
  waived: 0,
}
const school = (
  regionCode: string,
  given: Partial<CountedSchool>,
  ...classes: Partial<CountedClass>[]
): CountedSchool => ({
  schoolId: 1,
  schoolName: '一小',
  regionCode,
  stage: 'primary',
  area: 'urban',
  ownership: 'public',
  ...given,
  classes: classes.map((each, index) => ({
    ...none,
    homeClassId: index + 1,
    className: `${index + 1}班`,
    ...each,
  })),
})
function entitled(code: string, fundCode: string, on: string, counted: CountedSchool) {
  const choice = chooseRules(counted, on, rulesOf(pack(code), fundCode))
  if ('notEntitled' in choice) return choice.notEntitled
  return entitle(counted, choice.rules)
}
const junior = { stage: 'junior_secondary' } as const

describe('every policy pack', () => {
  it('has funds of its own, even where several are loaded in one region', () => {
    const codes = policyPacks.flatMap(({ funds }) => funds.map(({ code }) => code))
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('holds together: funds, purposes, standards, settings', () => {
    expect(policyPacks.map(({ code, regionCode }) => [code, regionCode])).toEqual([
      ['datong', '1402'],
      ['xiamen', '3502'],
      ['hainan', '46'],
      ['harbin', '2301'],
      ['jiangsu', '32'],
      ['guichi', '341702'],
      ['ouhai', '330304'],
    ])
    for (const {
      code,
      funds,
      standards,
      policies,
      documentNumber,
      effectiveOn,
      source,
      notes,
      notesEn,
      notice,
    } of policyPacks) {
      const fundCodes = funds.map((fund) => fund.code)
      expect(policies.map((policy) => policy.fundCode)).toEqual(fundCodes)
      expect(fundCodes.every((fundCode) => /^[A-Z][A-Z0-9_]{2,39}$/.test(fundCode))).toBe(true)
      expect(documentNumber === null || documentNumber.length > 0).toBe(true)
      expect(source.every((address) => /^https?:\/\//.test(address))).toBe(true)
      expect(notes.length > 20 && notesEn.length > 20).toBe(true)
      for (const { service, other } of funds.flatMap((fund) => fund.purposes))
        expect(purposes.includes(service) && (other === null || purposes.includes(other))).toBe(true)
      for (const rule of fundCodes.flatMap((fundCode) => rulesOf(pack(code), fundCode))) {
        expect([code, ruleProblem(rule)]).toEqual([code, null])
        expect(rule.validFromOn).toBe(effectiveOn)
      }
      for (const standard of standards)
        expect(
          funds
            .find((fund) => fund.code === standard.fundCode)!
            .purposes.some(({ stage }) => stage === standard.stage),
        ).toBe(true)
      expect(standards.length > 0 || notice !== null).toBe(true)
    }
  })
})

describe('published figures', () => {
  it("Datong: 10,000 for each primary class and year, over 30 million for 3,012; the principal's fund by purpose", () => {
    const city = school('140213', {}, ...Array.from({ length: 3_012 }, () => ({})))
    const care = entitled('datong', 'AFTER_SCHOOL_CARE_FUND', '2019-09-30', city)
    expect(care).toMatchObject({
      totalFen: readYuan('30,120,000.00'),
      levels: [{ level: 'city', amountFen: readYuan('30,120,000.00') }],
    })
    expect(entitled('datong', 'AFTER_SCHOOL_CARE_FUND', '2018-12-31', city)).toBe('not_yet_in_force')
    expect(entitled('datong', 'AFTER_SCHOOL_CARE_FUND', '2026-09-30', school('140213', junior, {}))).toBe(
      'stage_not_covered',
    )
    const principal = entitled('datong', 'PRINCIPAL_FUND', '2026-09-30', school('140213', junior, {}, {}, {}))
    if (typeof principal === 'string') throw new Error(principal)
    expect(principal.totalFen).toBe(readYuan('90,000'))
    expect(splitByPurpose(principal.totalFen, 400)).toEqual({
      serviceFen: readYuan('36,000'),
      otherFen: readYuan('54,000'),
    })
    expect(pack('datong').funds[1]!.purposes).toEqual([
      { stage: 'primary', service: 'school_general', other: null },
      { stage: 'junior_secondary', service: 'after_school_junior', other: 'school_general' },
    ])
  })

  it('Xiamen: 50 × 4.5 = 225 for a child and term, 90 from the city and 135 from the district', () => {
    expect(
      entitled('xiamen', 'XIAMEN_SUBSIDY', '2018-09-30', school('350203', {}, { participants: 1 })),
    ).toMatchObject({
      totalFen: readYuan('225'),
      levels: [
        { level: 'city', amountFen: readYuan('90') },
        { level: 'district', amountFen: readYuan('135') },
      ],
    })
  })

  it('Hainan: 240 for a student and year, a fifth of 1,200', () => {
    for (const stage of ['primary', 'junior_secondary'] as const)
      expect(
        entitled('hainan', 'HAINAN_SUBSIDY', '2022-09-30', school('460105', { stage }, { participants: 1 })),
      ).toMatchObject({ totalFen: readYuan('240') })
    expect(shareOut(readYuan('1200'), [20, 80])[0]).toBe(readYuan('240'))
  })

  it('Harbin: 20 × 10 for a child, half of what is waived, 1 : 1, until 2020', () => {
    expect(
      entitled('harbin', 'HARBIN_SUBSIDY', '2018-09-30', school('230102', {}, { participants: 1 })),
    ).toMatchObject({
      totalFen: readYuan('200'),
      levels: [
        { level: 'city', amountFen: readYuan('100') },
        { level: 'district', amountFen: readYuan('100') },
      ],
    })
    expect(
      entitled(
        'harbin',
        'HARBIN_HARDSHIP',
        '2020-12-31',
        school('230102', junior, { waived: 3, waivedFen: readYuan('1,234.56') }),
      ),
    ).toMatchObject({
      totalFen: readYuan('617.28'),
      levels: [
        { level: 'city', amountFen: readYuan('308.64') },
        { level: 'district', amountFen: readYuan('308.64') },
      ],
    })
    expect(
      entitled('harbin', 'HARBIN_SUBSIDY', '2021-01-01', school('230102', {}, { participants: 1 })),
    ).toBe('no_longer_in_force')
  })

  it('Jiangsu: 30 % of the enrolled × 300, in the north only', () => {
    expect(
      entitled('jiangsu', 'PROVINCIAL_SUBSIDY', '2020-09-30', school('320924', {}, { enrolled: 812 })),
    ).toMatchObject({
      totalFen: readYuan('73,080'),
      levels: [{ level: 'province', amountFen: readYuan('73,080') }],
    })
    expect(
      entitled('jiangsu', 'PROVINCIAL_SUBSIDY', '2020-09-30', school('320505', {}, { enrolled: 812 })),
    ).toBe('region_not_covered')
    expect(pack('jiangsu').notes).toContain('没有公布各档的系数')
  })

  it('Guichi: 2,435 × 350 = 852,250, and says so', () => {
    const counted = school('341702', {}, { waived: 2_000 }, { waived: 435 })
    const rules = rulesOf(pack('guichi'), 'GUICHI_HARDSHIP').filter(({ stage }) => stage === 'primary')
    const result = entitled('guichi', 'GUICHI_HARDSHIP', '2024-03-01', counted)
    if (typeof result === 'string') throw new Error(result)
    expect(result.totalFen).toBe(readYuan('852,250'))
    expect(explainEntitlement(result, rules, 'zh')[0]).toBe('2,435 名减免学生 × 350.00 元 = 852,250.00 元')
  })

  it('Ouhai: 5,721,730.00 by an attached list adds up whatever the weights; no standard, so nobody is entitled by formula', () => {
    const { notice, policies } = pack('ouhai')
    expect(notice!.totalFen).toBe(readYuan('5,721,730.00'))
    expect(policies[0]!.budgetCategory).toBe('205')
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 80 }),
        (students) => {
          expect(addFen(...shareOut(notice!.totalFen, students))).toBe(572_173_000)
        },
      ),
    )
    expect(entitled('ouhai', 'OUHAI_SUBSIDY', '2022-06-27', school('330304', {}, { enrolled: 40 }))).toBe(
      'no_standard',
    )
  })
})

interface Sample {
  readonly region: string
  readonly source?: string | readonly string[]
  readonly effective?: string
  readonly [field: string]: unknown
}

// Beside a working copy there may be the list of published parameters that the packs were written from.
const list = ['../shared', '../../shared']
  .map((folder) => resolve(__dirname, '../../../../..', folder, 'domain/policy_samples.json'))
  .find((path) => existsSync(path))
if (!list)
  console.warn(
    'policy packs: the list of published parameters is not beside this copy, so the packs are not compared with it',
  )

;(list ? describe : describe.skip)('the list of published parameters', () => {
  const samples = list
    ? (JSON.parse(readFileSync(list, 'utf8')) as { fee_policies: Sample[] }).fee_policies
    : []
  const sample = (region: string) => samples.find((each) => each.region.includes(region))!
  const yuan = (value: unknown): Fen => readYuan(String(value))
  const amounts = (code: string) => pack(code).standards.map((each) => each.amountFen)

  it('agrees with each pack in year and source', () => {
    const regions = {
      datong: '大同',
      xiamen: '厦门',
      hainan: '海南',
      harbin: '哈尔滨',
      jiangsu: '江苏',
      guichi: '贵池',
      ouhai: '瓯海',
    }
    for (const [code, region] of Object.entries(regions)) {
      const { source = [], effective } = sample(region)
      expect([code, effective!.slice(0, 4)]).toEqual([code, pack(code).effectiveOn.slice(0, 4)])
      expect([source].flat().filter((address) => address.startsWith('http'))).toEqual(pack(code).source)
    }
  })

  it('agrees with each pack in its amounts', () => {
    const datong = sample('大同')
    expect(amounts('datong')).toEqual([
      yuan(datong['primary_per_class_year']),
      ...[1, 2].map(() => yuan(/^\d+/.exec(String(datong['principal_fund_per_class_year']))![0])),
    ])
    const xiamen = sample('厦门')
    expect(amounts('xiamen')).toEqual([yuan((xiamen['rate'] as { primary: string }).primary)])
    expect(pack('xiamen').standards[0]!.monthTenths).toBe(Number(xiamen['months_per_term']) * 10)
    expect(pack('xiamen').standards[0]!.shares).toEqual(
      Object.entries(xiamen['fiscal_share'] as object).map(([level, weight]) => ({ level, weight })),
    )
    expect(new Set(amounts('hainan'))).toEqual(
      new Set([yuan(sample('海南')['fiscal_subsidy_per_student_year_min'])]),
    )
    const harbin = sample('哈尔滨')
    const subsidy = harbin['fiscal_subsidy'] as { primary_per_student_month: string; months: number }
    expect([amounts('harbin')[0], pack('harbin').standards[0]!.monthTenths]).toEqual([
      yuan(subsidy.primary_per_student_month),
      subsidy.months * 10,
    ])
    for (const { shares } of pack('harbin').standards)
      expect(shares).toEqual(
        Object.entries(harbin['fiscal_share'] as object).map(([level, weight]) => ({ level, weight })),
      )
    expect(String(harbin['hardship_waiver_cost'])).toMatch(/^50%/)
    const [share, amount] = /^(\d+)% of enrolled students x (\d+) yuan/
      .exec(String(sample('江苏')['formula']))!
      .slice(1)
    for (const { sharePerMille, amountFen } of pack('jiangsu').standards)
      expect([sharePerMille, amountFen]).toEqual([Number(share) * 10, yuan(amount)])
    const guichi = sample('贵池')
    expect(new Set(amounts('guichi'))).toEqual(new Set([yuan(guichi['per_student_term'])]))
    const counted = school('341702', {}, { waived: Number(guichi['students']) })
    expect(entitled('guichi', 'GUICHI_HARDSHIP', '2024-03-01', counted)).toMatchObject({
      totalFen: yuan(guichi['total']),
    })
    expect([pack('ouhai').notice!.totalFen, pack('ouhai').notice!.issuedOn]).toEqual([
      yuan(sample('瓯海')['total']),
      sample('瓯海').effective,
    ])
    expect(
      String(sample('瓯海')['budget_category']).startsWith(pack('ouhai').policies[0]!.budgetCategory!),
    ).toBe(true)
  })
})
