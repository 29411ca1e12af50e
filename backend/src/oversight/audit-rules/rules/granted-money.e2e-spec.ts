/** The rules that follow money that was granted: published_late, objection_late, not_distributed, carried_against_policy, books_disagree. */
import { TestApp } from '../../../../test/app.js'
import { foundBy } from '../../../../test/found-by.js'
import {
  allotted,
  type FundedSchool,
  fundedSchool,
  fundPolicy,
  received,
} from '../../../../test/funding-world.js'
import { Allotment, LedgerService } from '../../../ledger/index.js'
import { Appropriation, Objection, Publication } from '../../../grants/index.js'
import { Settlement } from '../../../spending/index.js'
import { fen } from '../../../platform/money.js'
import { booksDisagree } from './books-disagree.js'
import { carriedAgainstPolicy } from './carried-against-policy.js'
import { notDistributed } from './not-distributed.js'
import { objectionLate } from './objection-late.js'
import { publishedLate } from './published-late.js'

describe('the rules on granted money', () => {
  let test: TestApp
  let funded: FundedSchool
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(async () => {
    test.clock.set('2026-11-23T01:00:00Z')
    funded = await fundedSchool(test, 1)
  })
  afterAll(() => test.stop())

  const found = (rule: Parameters<typeof foundBy>[1]) => foundBy(test, rule, funded.school)

  const publication = (subjectEntity: string, subjectId: number | null) =>
    test.world.make(Publication, {
      slug: `p${test.world.next()}`,
      regionCode: '1402',
      schoolId: null,
      kind: 'appropriation',
      subjectEntity,
      subjectId,
      liveKey: null,
      title: '课后服务补助经费分配公示',
      status: 'open',
      content: {},
      contentHash: '0'.repeat(64),
      opensOn: '2026-11-23',
      closesOn: '2026-11-30',
      createdAt: test.clock.now(),
      createdById: 1,
    })

  describe('published_late', () => {
    it('finds a notice of which the region said nothing for more than thirty days', async () => {
      await received(test, funded)
      test.clock.set('2026-12-24T01:00:00Z')
      expect(await foundBy(test, publishedLate, '1402')).toEqual([
        '“关于下达课后服务补助经费的通知”2026-11-23 下达后还没有公示。',
      ])
      expect(await found(publishedLate)).toEqual([])
    })

    it('does not find one within thirty days, nor one that is published', async () => {
      await received(test, funded)
      const notices = await test.database.read.find(Appropriation)
      test.clock.set('2026-12-23T01:00:00Z')
      expect(await foundBy(test, publishedLate, '1402')).toEqual([])
      test.clock.set('2027-03-01T01:00:00Z')
      expect(await foundBy(test, publishedLate, '1402')).toHaveLength(notices.length)
      for (const { id } of notices) await publication('appropriation', id)
      expect(await foundBy(test, publishedLate, '1402')).toEqual([])
    })
  })

  describe('objection_late', () => {
    const objection = async (dueOn: string, status: 'open' | 'dismissed') =>
      test.world.make(Objection, {
        publicationId: (await publication('declaration', null)).id,
        regionCode: '1402',
        ticketHash: String(test.world.next()).padStart(64, '0'),
        body: '金额与学校公布的不一致，请核对。',
        contactSealed: null,
        status,
        reply: null,
        dueOn,
        receivedAt: test.clock.now(),
        answeredAt: null,
      })

    it('finds an open one whose day is over', async () => {
      await objection('2026-11-22', 'open')
      expect(await foundBy(test, objectionLate, '1402')).toEqual([
        '对“课后服务补助经费分配公示”的异议应在 2026-11-22 前答复，还没有答复。',
      ])
      expect(await found(objectionLate)).toEqual([])
    })

    it('does not find one on its day, nor one that was answered', async () => {
      test.clock.set('2026-11-22T01:00:00Z')
      await objection('2026-11-22', 'open')
      await objection('2026-11-21', 'dismissed')
      expect(await foundBy(test, objectionLate, '1402')).toEqual([])
    })
  })

  describe('not_distributed', () => {
    beforeEach(() => fundPolicy(test, funded.fund, { distributionDays: 10 }))

    it('finds a receipt without a scheme after the days that the policy gives', async () => {
      await received(test, funded)
      test.clock.set('2026-12-04T01:00:00Z')
      expect(await found(notDistributed)).toEqual([
        '2026-11-23 到账的 10,000.00 元超过 10 天还没有分到班级。',
      ])
    })

    it('does not find one within these days, nor one that is on the classes', async () => {
      await received(test, funded)
      test.clock.set('2026-12-03T01:00:00Z')
      expect(await found(notDistributed)).toEqual([])
      test.clock.set('2026-11-23T01:00:00Z')
      const other = await fundedSchool(test, 1)
      await fundPolicy(test, other.fund, { distributionDays: 10 })
      await allotted(test, other)
      test.clock.set('2026-12-04T01:00:00Z')
      expect(await foundBy(test, notDistributed, other.school)).toEqual([])
    })
  })

  describe('carried_against_policy', () => {
    beforeEach(async () => {
      await fundPolicy(test, funded.fund, { leftover: 'return' })
      await received(test, funded)
    })

    const settled = async (leftover: 'carry' | 'return') => {
      await test.database.transaction((tx) =>
        test.nest.get(LedgerService).post(tx, { userId: 1 } as never, [
          {
            schoolId: funded.school.id,
            kind: leftover === 'carry' ? 'carry-out' : 'return',
            businessKey: `settled:${funded.school.id}`,
            source: { entity: 'settlement', id: 0, hash: '' },
            lines: [
              {
                debit: leftover === 'carry' ? 'N300' : 'N310',
                credit: 'A110',
                amountFen: fen(1_000_000),
                homeClassId: null,
                fundId: funded.fund.id,
                purpose: 'after_school_primary',
                fiscalYear: 2026,
                level: 'city',
              },
            ],
          },
        ]),
      )
      return test.world.make(Settlement, {
        schoolId: funded.school.id,
        regionCode: funded.school.regionCode,
        fundId: funded.fund.id,
        fiscalYear: 2026,
        termId: null,
        periodKey: 'year',
        fromOn: '2026-01-01',
        toOn: '2026-12-31',
        status: 'settled',
        statement: {},
        leftFen: fen(1_000_000),
        leftover,
        snapshotHash: null,
        createdAt: test.clock.now(),
      })
    }

    it('finds what is left of a year that was not settled, or was carried on where it goes back', async () => {
      test.clock.set('2027-01-10T01:00:00Z')
      const sentence = '课后看护经费结余 10,000.00 元，没有按规定结算。'
      expect(await found(carriedAgainstPolicy)).toEqual([sentence])
      await settled('carry')
      expect(await found(carriedAgainstPolicy)).toEqual([sentence])
    })

    it('does not find it in its own year, nor when it was settled by the policy', async () => {
      expect(await found(carriedAgainstPolicy)).toEqual([])
      test.clock.set('2027-01-10T01:00:00Z')
      await settled('return')
      expect(await found(carriedAgainstPolicy)).toEqual([])
    })
  })

  describe('books_disagree', () => {
    it('finds a standing that does not follow from its lines, and does not when it does again', async () => {
      const [id] = await allotted(test, funded)
      const spend = (spentFen: number) =>
        test.database.transaction((tx) => tx.update(Allotment, { id: id! }, { spentFen: fen(spentFen) }))
      expect(await found(booksDisagree)).toEqual([])
      await spend(1)
      expect(await found(booksDisagree)).toEqual([
        expect.stringMatching(
          /^台账有 1 处不一致，例如：allotment \d+ .*spent is kept as 1, the lines say 0/,
        ),
      ])
      await spend(0)
      expect(await found(booksDisagree)).toEqual([])
    })
  })
})
