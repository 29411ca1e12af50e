import { fen } from '../../platform/money.js'
import { standard } from './packs/pack.js'
import { type FundingRule, ruleProblem, ruleProblems } from './rules.js'

const rule = (given: Partial<FundingRule> = {}): FundingRule => ({
  ...standard({
    fundCode: 'F',
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: fen(1_000_000),
    validFromOn: '2026-01-01',
    issuer: '市财政局',
  }),
  standardId: 1,
  regionCode: '1402',
  schoolId: null,
  version: 1,
  ...given,
})

describe('a rule', () => {
  it('is refused where nothing can be computed by it', () => {
    const tier = {
      code: 'A',
      name: '甲',
      nameEn: 'A',
      regionCodes: ['14'],
      coefficientPerMille: 1000,
      shares: [],
    }
    const cases: [(typeof ruleProblems)[number] | null, Partial<FundingRule>][] = [
      [null, {}],
      ['unit_not_for_model', { model: 'per_session' }],
      ['unit_not_for_model', { unit: 'session' }],
      ['each_month_only_for_participants', { monthsCounted: 'each' }],
      ['each_month_only_for_participants', { monthsCounted: 'each', model: 'per_participant' }],
      [null, { monthsCounted: 'each', model: 'per_participant', unit: 'month', monthTenths: 0 }],
      ['amount_wrong', { amountFen: fen(0) }],
      ['amount_wrong', { amountFen: fen(-1) }],
      [null, { amountFen: fen(0), model: 'per_waived' }],
      ['share_wrong', { sharePerMille: 0 }],
      ['share_wrong', { sharePerMille: 1001 }],
      ['months_wrong', { monthTenths: 0 }],
      ['months_wrong', { monthTenths: 121 }],
      [null, { monthTenths: 0, unit: 'term' }],
      ['count_day_wrong', { countDay: '02-29' }],
      ['count_day_wrong', { countDay: '04-31' }],
      ['count_day_wrong', { countDay: '13-01' }],
      [null, { countDay: '12-31' }],
      ['shares_wrong', { shares: [{ level: 'city', weight: 0 }] }],
      [
        'shares_wrong',
        {
          shares: [
            { level: 'city', weight: 4 },
            { level: 'city', weight: 6 },
          ],
        },
      ],
      ['shares_wrong', { shares: [{ level: 'city', weight: 0.5 }] }],
      ['tiers_wrong', { tiers: [tier, tier] }],
      ['tiers_wrong', { tiers: [{ ...tier, regionCodes: [] }] }],
      ['tiers_wrong', { tiers: [{ ...tier, coefficientPerMille: 0 }] }],
      [null, { tiers: [tier] }],
      ['dates_wrong', { validToOn: '2025-12-31' }],
      [null, { validToOn: '2026-01-01' }],
    ]
    for (const [problem, given] of cases) expect([given, ruleProblem(rule(given))]).toEqual([given, problem])
    expect(new Set(cases.map(([problem]) => problem).filter(Boolean))).toEqual(new Set(ruleProblems))
  })
})
