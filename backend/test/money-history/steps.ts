/** What can happen to the money of two schools (经费历史的步骤), drawn at random: whatever people do in whatever order. */
import fc from 'fast-check'

const picking = [
  'discard',
  'receive',
  'distribute',
  'carried',
  'approve-payment',
  'pay',
  'fail',
  'resend',
  'return',
  'give-up',
  'settle',
  'treasury',
  'term',
  'end-contract',
  'end-correction',
] as const
const asking = ['request', 'race', 'contract', 'part', 'invoice', 'correct', 'correct-twice'] as const

/** What asks for an amount. */
export interface Asking {
  readonly kind: (typeof asking)[number]
  readonly pick: number
  readonly amount: number
}
export type Step =
  | { readonly kind: 'grant'; readonly available: number; readonly doIssue: boolean }
  | { readonly kind: 'mend'; readonly pick: number; readonly amount: number }
  | { readonly kind: (typeof picking)[number]; readonly pick: number }
  | Asking

/** Mostly what a class can pay, sometimes more than any has. */
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 80_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_300_000 }) },
)
const asked = (kind: Asking['kind']): fc.Arbitrary<Asking> =>
  fc.record({ kind: fc.constant(kind), pick: fc.nat(9), amount })
/** How often each comes, beside the others. */
const often = {
  discard: 3,
  receive: 2,
  distribute: 2,
  pay: 5,
  'approve-payment': 4,
  settle: 2,
  fail: 3,
  resend: 3,
  return: 3,
  treasury: 5,
  'end-correction': 4,
}
const simple = fc.constantFrom(
  ...picking.flatMap((kind) => Array<typeof kind>((often as Record<string, number>)[kind] ?? 1).fill(kind)),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('grant' as const),
      available: fc.integer({ min: 1, max: 1_300_000 }),
      doIssue: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mend' as const), pick: fc.nat(9), amount }) },
  { weight: 4, arbitrary: asked('request') },
  { weight: 2, arbitrary: asked('race') },
  { weight: 1, arbitrary: asked('contract') },
  { weight: 2, arbitrary: asked('part') },
  { weight: 2, arbitrary: asked('invoice') },
  { weight: 3, arbitrary: asked('correct') },
  { weight: 2, arbitrary: asked('correct-twice') },
  { weight: 18, arbitrary: fc.record({ kind: simple, pick: fc.nat(9) }) },
)

/** Towards the end of a year: what is open is finished, then settled, carried or sent back. */
const finishing = fc.constantFrom(
  'approve-payment',
  'pay',
  'pay',
  'give-up',
  'give-up',
  'end-contract',
  'end-correction',
  'settle',
  'treasury',
  'treasury',
  'carried',
)
export const history: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(step, { minLength: 30, maxLength: 60 }),
    fc.array(fc.record({ kind: finishing, pick: fc.nat(9) }), { minLength: 30, maxLength: 40 }),
  )
  .map(([year, end]) => [...year, ...end])
