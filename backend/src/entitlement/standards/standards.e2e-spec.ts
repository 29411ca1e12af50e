import { TestApp } from '../../../test/app.js'
import { fundedSchool } from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { Enrolment } from '../../enrolment/index.js'
import { Fund } from './fund.entity.js'
import { FundingStandard } from './funding-standard.entity.js'
import { FundPolicy } from './fund-policy.entity.js'
import { policyPacks } from './packs/index.js'

describe('funds and standards', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const purposes = [{ stage: 'primary', service: 'after_school_primary' }]
  const standard = (fundId: number) => ({
    fundId,
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: 1_000_000,
    countDay: '09-30',
    validFromOn: '2026-01-01',
    issuer: '市财政局',
    documentNumber: '财教〔2026〕1号',
  })

  it('are set by the education finance officer of the region and used by its schools', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const fund = await officer.post('/api/funds', {
      code: 'CARE',
      name: '看护经费',
      nameEn: 'Care fund',
      purposes,
    })
    expect(fund.body).toMatchObject({
      regionCode: '1402',
      purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
    })
    expect(
      (await officer.post('/api/funds', { code: 'CARE', name: '看护经费', nameEn: 'Care fund', purposes }))
        .body.code,
    ).toBe('funding.fund_exists')
    const made = await officer.post('/api/funding-standards', standard(fund.body.id))
    expect(made.body).toMatchObject({
      fundName: '看护经费',
      model: 'per_class',
      unit: 'year',
      amountFen: 1_000_000,
      monthTenths: 120,
      version: 1,
      regionCode: '1402',
      validToOn: null,
    })
    expect(await test.database.read.findOneBy(FundingStandard, { id: made.body.id })).toMatchObject({
      countDay: '09-30',
      sharePerMille: 1000,
      roundAt: 'class',
    })
    expect((await officer.post('/api/funding-standards', standard(fund.body.id))).body.code).toBe(
      'funding.standard_exists',
    )
    const school = await test.world.school()
    await test.world.student({ school, homeClass: await test.world.homeClass({ school }) })
    const finance = await test.as(await test.world.user('school_finance_officer', { school }))
    expect(
      (
        await finance.post('/api/declarations', {
          schoolId: school.id,
          fundId: fund.body.id,
          fiscalYear: 2026,
        })
      ).body,
    ).toMatchObject({ amountFen: 1_000_000, countedOn: '2026-09-30' })
    expect((await finance.get(`/api/funding-standards/${made.body.id}`)).body).toMatchObject({
      issuer: '市财政局',
      documentNumber: '财教〔2026〕1号',
    })
    expect(
      (await finance.get('/api/funding-standards', { fundId: fund.body.id, on: '2025-12-31' })).body.total,
    ).toBe(0)
    const elsewhere = await test.as(await test.world.user('education_finance_officer', { regionCode: '11' }))
    expect((await elsewhere.get(`/api/funding-standards/${made.body.id}`)).status).toBe(404)
  })

  it('refuse what does not fit, each with its sentence', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const fund = await test.world.fund()
    const wrong = async (change: object) =>
      (await officer.post('/api/funding-standards', { ...standard(fund.id), ...change })).body
    expect((await wrong({ stage: 'junior_secondary' })).code).toBe('funding.fund_not_for_stage')
    expect((await wrong({ validToOn: '2025-12-31' })).code).toBe('funding.rule_dates_wrong')
    expect((await wrong({ countDay: '02-31' })).code).toBe('funding.rule_count_day_wrong')
    expect((await wrong({ unit: 'session' })).code).toBe('funding.rule_unit_not_for_model')
    expect((await wrong({ amountFen: 0 })).message).toBe(
      '请填写大于零的金额。只有按减免学生计算、补助实际减免金额的标准可以填 0。',
    )
    expect((await wrong({ monthsCounted: 'each' })).code).toBe(
      'funding.rule_each_month_only_for_participants',
    )
    expect((await wrong({ shares: [{ level: 'city', weight: 0 }] })).code).toBe('funding.rule_shares_wrong')
    expect((await wrong({ regionCode: '11' })).code).toBe('funding.region_not_yours')
    expect(
      (await wrong({ documentNumber: '', amountFen: 0.5 })).fields.map(
        (field: { field: string }) => field.field,
      ),
    ).toEqual(['amountFen', 'documentNumber'])
    const elsewhere = await test.as(await test.world.user('education_finance_officer', { regionCode: '11' }))
    expect((await elsewhere.post('/api/funding-standards', standard(fund.id))).status).toBe(404)
    const school = await test.as(await test.world.user('school_finance_officer'))
    expect((await school.post('/api/funding-standards', standard(fund.id))).status).toBe(403)
  })

  it('come as versions: the one before ends, and keeps what it said', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const fund = await test.world.fund()
    const first = (await officer.post('/api/funding-standards', standard(fund.id))).body
    const second = (
      await officer.post('/api/funding-standards', {
        ...standard(fund.id),
        amountFen: 1_200_000,
        validFromOn: '2027-01-01',
      })
    ).body
    expect(second.version).toBe(2)
    expect(await test.database.read.findOneBy(FundingStandard, { id: first.id })).toMatchObject({
      amountFen: 1_000_000,
      validToOn: '2026-12-31',
      version: 1,
    })
    expect(
      await test.database.read.findOneBy(AuditEntry, { action: 'funding_standard.end', entityId: first.id }),
    ).toMatchObject({ before: { validToOn: null }, after: { validToOn: '2026-12-31' } })
    const between = await officer.post('/api/funding-standards', {
      ...standard(fund.id),
      validFromOn: '2026-06-01',
    })
    expect([between.status, between.body.code, between.body.params.validFromOn]).toEqual([
      422,
      'funding.standard_not_later',
      '2027-01-01',
    ])
  })

  it('of a school may only be stricter than what it inherits', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const funded = await fundedSchool(test, 1)
    const own = { ...standard(funded.fund.id), schoolId: funded.school.id, countDay: '10-01' }
    const wrong = async (change: object) =>
      (await officer.post('/api/funding-standards', { ...own, ...change })).body
    expect(await wrong({ amountFen: 1_000_001 })).toMatchObject({
      code: 'funding.school_laxer_amount',
      message: '学校标准的金额高于上级标准 ¥10,000.00。请降低金额。',
    })
    expect((await wrong({ countDay: '09-01' })).code).toBe('funding.school_laxer_form')
    expect((await wrong({ model: 'per_enrolled' })).code).toBe('funding.school_standard_alone')
    const made = await officer.post('/api/funding-standards', { ...own, amountFen: 900_000 })
    expect(made.body).toMatchObject({
      schoolId: funded.school.id,
      schoolName: funded.school.name,
      amountFen: 900_000,
    })
    const asked = { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 }
    expect((await funded.officer.get('/api/funding-standards/entitlement', asked)).body).toMatchObject({
      totalFen: 900_000,
      notEntitled: null,
      standardIds: [made.body.id],
    })
    const other = await test.as(await test.world.user('school_finance_officer'))
    expect((await other.get(`/api/funding-standards/${made.body.id}`)).status).toBe(404)
  })

  it('tell what a school is entitled to, in the reader\'s language, and never 0 for "not entitled"', async () => {
    const funded = await fundedSchool(test, 2)
    const asked = { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 }
    expect((await funded.officer.get('/api/funding-standards/entitlement', asked)).body).toMatchObject({
      totalFen: 2_000_000,
      notEntitled: null,
      countedOn: '2026-10-01',
      levels: [{ level: 'city', amountFen: 2_000_000 }],
      lines: [{ sentence: '三(1)班：1 个班，10,000.00 元' }, {}],
    })
    const early = (
      await funded.officer
        .inEnglish()
        .get('/api/funding-standards/entitlement', { ...asked, fiscalYear: 2018 })
    ).body
    expect(early).toMatchObject({ totalFen: null, notEntitled: { code: 'not_yet_in_force' }, lines: [] })
    expect(early.notEntitled.sentence).toContain('not yet in force')
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get('/api/funding-standards/entitlement', asked)).status).toBe(404)
    expect(
      (await funded.officer.get('/api/funding-standards/entitlement', { schoolId: funded.school.id })).status,
    ).toBe(400)
  })

  it('count those who take part, month by month, and each session once', async () => {
    const funded = await fundedSchool(test, 2)
    const [first, second] = funded.classes
    const section = await test.world.section({
      school: funded.school,
      kind: 'home_class',
      homeClassId: first!.id,
    })
    const club = await test.world.section({ school: funded.school })
    const slot = await test.world.slot({ school: funded.school })
    const noon = await test.world.slot({ school: funded.school, weekday: 2, serviceType: 'noon_care' })
    const [one, two, three] = [
      await test.world.student({ school: funded.school, homeClass: first! }),
      await test.world.student({ school: funded.school, homeClass: first! }),
      await test.world.student({ school: funded.school, homeClass: second! }),
    ]
    const enrol = (
      studentId: number,
      sectionId: number,
      startsOn = '2026-09-01',
      endsOn: string | null = null,
    ) =>
      test.world.make(Enrolment, {
        schoolId: funded.school.id,
        termId: section.termId,
        studentId,
        sectionId,
        startsOn,
        endsOn,
        status: endsOn ? 'ended' : 'active',
      })
    await enrol(one!.id, section.id)
    await enrol(two!.id, section.id, '2026-09-01', '2026-09-20')
    await enrol(one!.id, club.id)
    await enrol(three!.id, club.id, '2026-10-15')
    for (const heldOn of ['2026-09-07', '2026-09-14', '2026-10-12'])
      await test.world.session({ section, slot, heldOn })
    await test.world.session({ section: club, slot, heldOn: '2026-09-21' })
    await test.world.session({ section: club, slot, heldOn: '2026-10-26' })
    await test.world.session({ section, slot, heldOn: '2026-09-28', status: 'cancelled' })
    await test.world.session({ section, slot: noon, heldOn: '2026-09-08' })
    const { lines } = (
      await funded.officer.get('/api/funding-standards/entitlement', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    expect(lines.map((line: { counts: object }) => line.counts)).toEqual([
      {
        enrolled: 3,
        participants: 1,
        participantMonths: [
          { month: '2026-09', count: 2 },
          { month: '2026-10', count: 1 },
        ],
        sessions: 3,
        waived: 0,
        waivedFen: 0,
        notRunning: null,
      },
      {
        enrolled: 2,
        participants: 0,
        participantMonths: [{ month: '2026-10', count: 1 }],
        sessions: 0,
        waived: 0,
        waivedFen: 0,
        notRunning: null,
      },
    ])
  })

  it('have policies in versions, with five days of publication at least', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    const fund = await test.world.fund()
    const policy = {
      fundId: fund.id,
      publicationWorkdays: 5,
      leftover: 'carry',
      declarationDueDay: '10-31',
      leastParticipants: 10,
      validFromOn: '2026-01-01',
      issuer: '市财政局',
      documentNumber: '财教〔2026〕2号',
    }
    expect(
      (
        await officer.post('/api/fund-policies', {
          ...policy,
          publicationWorkdays: 4,
          declarationDueDay: '02-30',
        })
      ).body.fields.map((field: { field: string }) => field.field),
    ).toEqual(['publicationWorkdays', 'declarationDueDay'])
    const first = await officer.post('/api/fund-policies', policy)
    expect(first.body).toMatchObject({
      fundName: fund.name,
      regionCode: '1402',
      declarationDueDay: '10-31',
      leastParticipants: 10,
      validToOn: null,
    })
    const second = await officer.post('/api/fund-policies', {
      ...policy,
      publicationWorkdays: 7,
      validFromOn: '2027-01-01',
    })
    expect(second.status).toBe(201)
    expect(await test.database.read.findOneBy(FundPolicy, { id: first.body.id })).toMatchObject({
      publicationWorkdays: 5,
      validToOn: '2026-12-31',
    })
    expect((await officer.post('/api/fund-policies', policy)).body.code).toBe('funding.policy_not_later')
    expect(
      (await officer.post('/api/fund-policies', { ...policy, validFromOn: '2027-01-01' })).body.code,
    ).toBe('funding.policy_exists')
    expect(
      (await officer.get('/api/fund-policies', { fundId: fund.id, on: '2026-05-01' })).body.items,
    ).toHaveLength(1)
    const elsewhere = await test.as(await test.world.user('education_finance_officer', { regionCode: '11' }))
    expect((await elsewhere.post('/api/fund-policies', policy)).status).toBe(404)
    expect((await elsewhere.get('/api/fund-policies', { fundId: fund.id })).body.total).toBe(0)
    const finance = await test.as(await test.world.user('school_finance_officer'))
    expect((await finance.post('/api/fund-policies', policy)).status).toBe(403)
  })

  it('load from every policy pack, once, in its own region', async () => {
    for (const pack of policyPacks) {
      await test.world.region(pack.regionCode)
      const officer = await test.as(
        await test.world.user('education_finance_officer', { regionCode: pack.regionCode }),
      )
      const first = await officer.post(`/api/policy-packs/${pack.code}/load`, { regionCode: pack.regionCode })
      expect([pack.code, first.body]).toEqual([
        pack.code,
        {
          id: pack.code,
          regionCode: pack.regionCode,
          fundCount: pack.funds.length,
          standardCount: pack.standards.length,
          policyCount: pack.policies.length,
          isUnchanged: false,
        },
      ])
      const again = await officer.post(`/api/policy-packs/${pack.code}/load`, { regionCode: pack.regionCode })
      expect(again.body).toEqual({
        id: pack.code,
        regionCode: pack.regionCode,
        fundCount: 0,
        standardCount: 0,
        policyCount: 0,
        isUnchanged: true,
      })
      const shown = (await officer.get('/api/policy-packs')).body as { id: string; loadedIn: string[] }[]
      expect(shown.find((each) => each.id === pack.code)!.loadedIn).toEqual([pack.regionCode])
      expect(await test.database.read.countBy(FundingStandard, { packCode: pack.code })).toBe(
        pack.standards.length,
      )
    }
    expect(await test.database.read.findOneBy(AuditEntry, { action: 'policy_pack.load' })).toMatchObject({
      after: { fundCount: expect.any(Number) },
    })
  })

  it('do not load where they do not belong', async () => {
    const officer = await test.as(await test.world.user('education_finance_officer'))
    await test.world.region('140213')
    expect((await officer.post('/api/policy-packs/datong/load', { regionCode: '11' })).status).toBe(404)
    expect((await officer.post('/api/policy-packs/nowhere/load', { regionCode: '140213' })).status).toBe(404)
    expect((await officer.post('/api/policy-packs/datong/load', { regionCode: 'x' })).status).toBe(400)
    const tiered = policyPacks.find((pack) => pack.standards.some((each) => each.tiers.length > 0))!
    expect(
      (await officer.post(`/api/policy-packs/${tiered.code}/load`, { regionCode: '140213' })).body.code,
    ).toBe('funding.pack_of_other_region')
    const bureau = await test.as(await test.world.user('bureau_officer'))
    expect((await bureau.post('/api/policy-packs/datong/load', { regionCode: '140213' })).status).toBe(403)
    expect(await test.database.read.countBy(Fund, { regionCode: '140213' })).toBe(0)
  })

  it('load once when two load at the same moment', async () => {
    await test.world.region('140214')
    const officers = [
      await test.as(await test.world.user('education_finance_officer')),
      await test.as(await test.world.user('education_finance_officer')),
    ]
    const answers = await Promise.all(
      officers.map((each) => each.post('/api/policy-packs/datong/load', { regionCode: '140214' })),
    )
    expect(answers.every((answer) => answer.status === 200 || answer.status === 409)).toBe(true)
    expect(await test.database.read.countBy(FundingStandard, { regionCode: '140214' })).toBe(3)
  })
})
