import { eventsFrom, problemsOf, stateTable } from './states.js'

const events = {
  submit: { from: ['draft'], to: 'submitted', permission: 'x.write' },
  approve: { from: ['submitted'], to: 'approved', permission: 'x.approve', notBy: ['submit'] },
} as const

describe('state tables', () => {
  it('offers only what the state and the permissions allow', () => {
    const table = stateTable({
      entity: 'x',
      states: ['draft', 'submitted', 'approved'],
      initial: 'draft',
      events,
    })
    expect(eventsFrom(table, 'draft', new Set(['x.write']))).toEqual(['submit'])
    expect(eventsFrom(table, 'submitted', new Set(['x.write']))).toEqual([])
    expect(eventsFrom(table, 'submitted', new Set(['x.approve']))).toEqual(['approve'])
    expect(eventsFrom(table, 'submitted', new Set(['x.approve']), new Set(['submit']))).toEqual([])
  })

  it('finds unknown and unreachable states and unknown separations', () => {
    expect(problemsOf({ entity: 'x', states: ['draft', 'lost'], initial: 'draft', events: {} })).toEqual([
      'state lost cannot be reached',
    ])
    expect(
      problemsOf({
        entity: 'x',
        states: ['draft'],
        initial: 'draft',
        events: { go: { from: ['draft'], to: 'gone', permission: 'p', notBy: ['come'] } },
      }),
    ).toEqual(['event go names the unknown state gone', 'event go is separated from the unknown event come'])
    expect(() =>
      stateTable({ entity: 'x', states: ['draft', 'lost'], initial: 'draft', events: {} }),
    ).toThrow('lost')
  })
})
