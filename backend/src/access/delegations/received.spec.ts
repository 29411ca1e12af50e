import { FixedClock } from '../../platform/calendar.js'
import { type Given, inForce, type Party, receivedBy, statusOf } from './received.js'

const today = '2026-11-20'
const revokedAt = new FixedClock('2026-11-19T08:00:00Z').now()
const party = (id: number, overrides: Partial<Party> = {}): Party => ({
  id,
  displayName: `用户${id}`,
  role: 'school_finance_officer',
  regionCode: '140213',
  schoolId: 1,
  isFrozen: false,
  ...overrides,
})
const principal = party(1, { role: 'principal' })
const officer = party(2)
const given = (overrides: Partial<Given> = {}): Given => ({
  id: 1,
  schoolId: 1,
  regionCode: '140213',
  permissions: ['payment.approve', 'plan.write'],
  startsOn: '2026-11-20',
  endsOn: '2026-11-20',
  revokedAt: null,
  ...overrides,
})

describe('a delegation', () => {
  it.each([
    ['coming', { startsOn: '2026-11-21', endsOn: '2026-11-22' }],
    ['in_force', {}],
    ['ended', { startsOn: '2026-11-18', endsOn: '2026-11-19' }],
    ['revoked', { revokedAt }],
    ['revoked', { revokedAt, startsOn: '2026-11-21' }],
  ] as const)('is %s', (status, overrides) => {
    expect(statusOf(given(overrides), today)).toBe(status)
    expect(inForce(given(overrides), principal, officer, today)).toEqual(
      status === 'in_force' ? ['payment.approve', 'plan.write'] : [],
    )
  })

  it.each<[string, Party, Party]>([
    ['a frozen giver', { ...principal, isFrozen: true }, officer],
    ['a frozen receiver', principal, { ...officer, isFrozen: true }],
    ['a giver who has gone to another school', { ...principal, schoolId: 2 }, officer],
    ['a receiver who has gone to another school', principal, { ...officer, schoolId: 2 }],
    ['both gone to another school together', { ...principal, schoolId: 2 }, { ...officer, schoolId: 2 }],
    [
      'a giver who works for the district now',
      { ...principal, role: 'bureau_officer', schoolId: null },
      officer,
    ],
    ['a giver who has lost the permissions', { ...principal, role: 'teacher' }, officer],
    ['a guardian', principal, { ...officer, role: 'guardian' }],
    ['an auditor', principal, { ...officer, role: 'auditor' }],
    [
      'people of another region',
      { ...principal, regionCode: '140214' },
      { ...officer, regionCode: '140214' },
    ],
  ])('gives nothing with %s', (_, giver, receiver) => {
    expect(inForce(given(), giver, receiver, today)).toEqual([])
    expect(receivedBy(receiver, [{ given: given(), giver }], today)).toEqual({
      permissions: new Set(),
      actsFor: new Map(),
    })
  })

  it('leaves out what the receiver may do anyway and what the giver may not any more', () => {
    expect(inForce(given(), principal, party(3, { role: 'coordinator' }), today)).toEqual(['payment.approve'])
    expect(inForce(given(), { ...principal, role: 'coordinator' }, officer, today)).toEqual(['plan.write'])
  })

  it('brings what must be seen with it, which is no acting', () => {
    const { permissions, actsFor } = receivedBy(
      party(3, { role: 'teacher' }),
      [{ given: given({ permissions: ['payment.approve'] }), giver: principal }],
      today,
    )
    expect([...permissions].sort()).toEqual(['funding.read', 'history.read', 'payment.approve'])
    expect([...actsFor]).toEqual([['payment.approve', { userId: 1, displayName: '用户1' }]])
  })

  it('counts by the one given first where two give the same', () => {
    const second = party(4, { role: 'principal' })
    const { actsFor } = receivedBy(
      officer,
      [
        { given: given({ id: 8 }), giver: second },
        { given: given({ id: 7, permissions: ['payment.approve'] }), giver: principal },
      ],
      today,
    )
    expect(actsFor.get('payment.approve')?.userId).toBe(1)
    expect(actsFor.get('plan.write')?.userId).toBe(4)
  })
})
