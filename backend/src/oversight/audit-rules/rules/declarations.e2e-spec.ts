/** The rules that look at declarations: declared_beyond_records, empty_class, small_class. */
import { TestApp } from '../../../../test/app.js'
import { foundBy } from '../../../../test/found-by.js'
import { approvedDeclaration, type FundedSchool, fundedSchool } from '../../../../test/funding-world.js'
import { DeclarationLine } from '../../../grants/index.js'
import { HomeClass } from '../../../organisation/index.js'
import type { CountedClass } from '../../../entitlement/index.js'
import { declaredBeyondRecords } from './declared-beyond-records.js'
import { emptyClass } from './empty-class.js'
import { smallClass } from './small-class.js'

describe('the rules on declarations', () => {
  let test: TestApp
  let funded: FundedSchool
  let declarationId: number
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(async () => {
    funded = await fundedSchool(test, 1)
    declarationId = await approvedDeclaration(test, funded)
  })
  afterAll(() => test.stop())

  const found = (rule: Parameters<typeof foundBy>[1]) => foundBy(test, rule, funded.school)

  /** As if the class had been declared so, and counted so by the records. */
  async function declare(counts: Partial<CountedClass>, recorded: Partial<CountedClass>): Promise<void> {
    await test.database.transaction(async (tx) => {
      const line = await tx.findOneByOrFail(DeclarationLine, { declarationId })
      await tx.update(
        DeclarationLine,
        { id: line.id },
        { counts: { ...line.counts, ...counts }, recorded: { ...line.recorded, ...recorded } },
      )
    })
  }

  describe('declared_beyond_records', () => {
    it('finds more pupils, and more participants, than the records show', async () => {
      await declare({ enrolled: 40 }, { enrolled: 38 })
      expect(await found(declaredBeyondRecords)).toEqual(['三(1)班申报 40 人，记录只有 38 人。'])
      await declare({ enrolled: 38, participants: 36 }, { enrolled: 38, participants: 35 })
      expect(await found(declaredBeyondRecords)).toEqual(['三(1)班申报 38 人，记录只有 35 人。'])
    })

    it('does not find as many, or fewer', async () => {
      await declare({ enrolled: 38, participants: 30 }, { enrolled: 38, participants: 35 })
      expect(await found(declaredBeyondRecords)).toEqual([])
    })
  })

  describe('empty_class', () => {
    it('finds a class without a pupil, whatever it was counted by', async () => {
      const sentence = '三(1)班申报时有 0 名在籍学生、0 名参加学生，不能计入班数。'
      await declare({ enrolled: 0 }, { enrolled: 0 })
      expect(await found(emptyClass)).toEqual([sentence])
      // As it was frozen before there was a least number.
      await declare({ enrolled: 0, leastParticipants: undefined }, { enrolled: 0 })
      expect(await found(emptyClass)).toEqual([sentence])
      expect(emptyClass.severity).toBe('error')
    })

    it('finds a class with fewer participants than the policy asks for, and no other', async () => {
      await declare({ enrolled: 40, participants: 9, leastParticipants: 10 }, { enrolled: 40 })
      expect(await found(emptyClass)).toEqual(['三(1)班申报时有 40 名在籍学生、9 名参加学生，不能计入班数。'])
      await declare({ participants: 10 }, {})
      expect(await found(emptyClass)).toEqual([])
      await declare({ participants: 0, leastParticipants: null }, {})
      expect(await found(emptyClass)).toEqual([])
    })

    it('finds it in a supplement too, but not where the supplement takes the class out', async () => {
      await declare({ enrolled: 40 }, { enrolled: 40 })
      const empty = await test.world.homeClass({ school: funded.school, number: 8 })
      await test.database.transaction((tx) =>
        tx.update(HomeClass, { id: funded.classes[0]!.id }, { endsOn: '2026-09-01', isActive: false }),
      )
      const { body } = await funded.officer.post(`/api/declarations/${declarationId}/supplement`, {
        reason: '班级变动',
      })
      await funded.officer.post(`/api/declarations/${body.id}/submit`)
      expect(await found(emptyClass)).toEqual([
        `${empty.name}申报时有 0 名在籍学生、0 名参加学生，不能计入班数。`,
      ])
    })
  })

  describe('small_class', () => {
    it('finds a class of four', async () => {
      await declare({ enrolled: 4 }, { enrolled: 4 })
      expect(await found(smallClass)).toEqual(['三(1)班申报时只有 4 名学生。'])
    })

    it('does not find a class of five, nor one of none', async () => {
      for (const enrolled of [5, 0]) {
        await declare({ enrolled }, { enrolled })
        expect(await found(smallClass)).toEqual([])
      }
    })
  })
})
