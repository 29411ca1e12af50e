/** The rules that look at declarations: declared_beyond_records, empty_class. */
import { TestApp } from '../../../../test/app.js'
import { foundBy } from '../../../../test/found-by.js'
import { approvedDeclaration, type FundedSchool, fundedSchool } from '../../../../test/funding-world.js'
import { DeclarationLine } from '../../../grants/index.js'
import type { CountedClass } from '../../../entitlement/index.js'
import { declaredBeyondRecords } from './declared-beyond-records.js'
import { emptyClass } from './empty-class.js'

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
    it('finds a class of four', async () => {
      await declare({ enrolled: 4 }, { enrolled: 4 })
      expect(await found(emptyClass)).toEqual(['三(1)班申报时只有 4 名学生。'])
    })

    it('does not find a class of five', async () => {
      await declare({ enrolled: 5 }, { enrolled: 5 })
      expect(await found(emptyClass)).toEqual([])
    })
  })
})
