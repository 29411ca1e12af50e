import fc from 'fast-check'
import { TestApp } from '../../test/app.js'
import { approvedDeclaration, type FundedSchool, fundedSchool, fundPolicy } from '../../test/funding-world.js'
import { requireAgreement, requireOwnBooks } from '../../test/money-history/agreement.js'
import { history, type Step } from '../../test/money-history/steps.js'
import { take } from '../../test/money-history/take.js'
import { verifyBooks } from './verify-books.js'

/** For how long to draw histories that nobody has seen; left out, some that are always the same. */
const seconds = Number(process.env['KEHOU_HISTORY_SECONDS'] ?? 0)

const needed = [
  'pay',
  'return',
  'resend',
  'race',
  'contract',
  'part',
  'invoice',
  'correct',
  'end-correction',
  'settle',
  'treasury',
] as const satisfies readonly Step['kind'][]

// Whatever people do in whatever order, refused or not: the money adds up everywhere.
describe('histories of money', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it(
    'always add up: documents, journal, standings, boards, notices and claims',
    async () => {
      let refused = 0
      let kept = 0
      const doneOf: Partial<Record<Step['kind'], number>> = {}
      const property = fc.asyncProperty(
        history,
        fc.constantFrom('carry' as const, 'return' as const),
        async (steps, leftover) => {
          const schools = await twoSchools(test, leftover)
          for (const each of [
            { kind: 'grant', available: 900_000, doIssue: true } as Step,
            { kind: 'receive', pick: 0 } as Step,
            { kind: 'distribute', pick: 0 } as Step,
            ...steps,
          ]) {
            const statuses = await take(test, schools, each)
            for (const status of statuses) {
              expect(answers(each)).toContain(status)
              if (status < 300) doneOf[each.kind] = (doneOf[each.kind] ?? 0) + 1
              else refused += 1
            }
            kept += 1
            // What goes back to the treasury agrees at each of its steps.
            if (each.kind === 'treasury' && statuses.includes(200)) {
              await requireOwnBooks(test, schools)
              await requireAgreement(test, schools)
            }
          }
          await requireAgreement(test, schools)
          expect((await verifyBooks(test.database.read)).problems).toEqual([])
        },
      )
      // A history is never cut short: what is under way when the time is over is finished and looked at.
      if (seconds === 0) await fc.assert(property, { numRuns: 12, seed: 20261123, endOnFailure: true })
      else
        for (const end = performance.now() + seconds * 1000; performance.now() < end;)
          await fc.assert(property, { numRuns: 1, endOnFailure: true })
      const done = Object.values(doneOf).reduce((sum, count) => sum + count, 0)
      if (seconds > 0) console.log(`${kept} steps of money in ${seconds} s, ${done} done, ${refused} refused`)
      // The histories are worth something: money was paid, mended, settled and sent back, and some steps were refused.
      const never = needed.filter((kind) => doneOf[kind] === undefined)
      if (seconds > 0) expect([done > 40, refused > 4]).toEqual([true, true])
      else expect([never, done > 100, refused > 20]).toEqual([[], true, true])
    },
    240_000 + seconds * 2000,
  )
})

/** 400: a correction to another year, or to where it is already, makes no sense. */
const answers = ({ kind }: Step) => [
  200,
  201,
  204,
  404,
  409,
  422,
  ...(kind.startsWith('correct') ? [400] : []),
]

async function twoSchools(test: TestApp, leftover: 'carry' | 'return'): Promise<FundedSchool[]> {
  const first = await fundedSchool(test, 2)
  await fundPolicy(test, first.fund, { leftover })
  const schools = [first, await fundedSchool(test, 1, first.fund)]
  for (const school of schools) await approvedDeclaration(test, school)
  return schools
}
