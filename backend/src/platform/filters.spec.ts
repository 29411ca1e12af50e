import { type ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import {
  atLeast,
  atMost,
  cases,
  contains,
  equals,
  type Filter,
  handledElsewhere,
  narrow,
  search,
  startsWith,
  where,
} from './filters.js'

/** As much of a query as `narrow` touches. */
class Conditions {
  readonly said: string[] = []
  constructor(readonly values: ObjectLiteral = {}) {}
  getParameters = () => this.values
  andWhere(sql: string, values: ObjectLiteral = {}): void {
    this.said.push(sql)
    Object.assign(this.values, values)
  }
}

const narrowed = (asked: object, filters: Record<string, Filter<never>>, values?: ObjectLiteral) => {
  const query = new Conditions(values)
  narrow(query as unknown as SelectQueryBuilder<ObjectLiteral>, asked, filters)
  return query
}

describe('filters', () => {
  it.each([
    ['equals', equals('room.kind'), 'music', '(room.kind = :field)', { field: 'music' }],
    ['atLeast', atLeast('duty.heldOn'), '2026-09-01', '(duty.heldOn >= :field)', { field: '2026-09-01' }],
    ['atMost', atMost('duty.heldOn'), '2026-09-30', '(duty.heldOn <= :field)', { field: '2026-09-30' }],
    [
      'startsWith',
      startsWith('school.code'),
      '14_2%',
      "(school.code LIKE :field ESCAPE '!')",
      { field: '14!_2!%%' },
    ],
    ['where', where('a.b = :field OR a.c = :field'), 7, '(a.b = :field OR a.c = :field)', { field: 7 }],
    [
      'cases',
      cases<boolean>({ true: 'a.b IS NULL', false: 'a.b IS NOT NULL' }),
      false,
      '(a.b IS NOT NULL)',
      {},
    ],
    ['cases', cases<'given' | 'got'>({ given: 'a.b = 1', got: 'a.c = 1' }), 'given', '(a.b = 1)', {}],
  ] as [string, Filter<never>, unknown, string, object][])(
    '%s says its condition',
    (_, filter, value, sql, values) => {
      const query = narrowed({ field: value }, { field: filter })
      expect([query.said, query.values]).toEqual([[sql], values])
    },
  )

  it('contains looks in any of its columns, for what was typed without blanks around it and without wildcards', () => {
    const query = narrowed({ q: ' 100%_! ' }, { q: contains('room.name', 'room.code') })
    expect(query.said).toEqual(["(room.name LIKE :q ESCAPE '!' OR room.code LIKE :q ESCAPE '!')"])
    expect(query.values).toMatchObject({ q: '%100!%!_!!%' })
    expect(narrowed({ grade: 3 }, { grade: contains('course.grades') }).values).toMatchObject({
      grade: '%3%',
    })
  })

  it('search looks for a name in the form in which names are kept, and for its pinyin', () => {
    const filter = search({ names: ['teacher.name'], pinyin: ['teacher.namePinyin'], text: ['course.name'] })
    const query = narrowed({ q: '古丽 • 买买提' }, { q: filter })
    expect(query.said).toEqual([
      "(course.name LIKE :q ESCAPE '!' OR REPLACE(teacher.name, '·', '') LIKE :qName ESCAPE '!' OR teacher.namePinyin LIKE :qPinyin ESCAPE '!')",
    ])
    expect(query.values).toMatchObject({ q: '%古丽 • 买买提%', qName: '%古丽买买提%' })
    expect(narrowed({ q: '  Ｚhang  Wei ' }, { q: filter }).values).toMatchObject({ qPinyin: '%zhang wei%' })
  })

  it('leave the list as it is where nothing was asked, or what was asked is seen to elsewhere', () => {
    const filters = {
      kind: equals('room.kind'),
      q: contains('room.name'),
      isEnding: cases<boolean>({ true: 'a.b = 1', false: null }),
      schoolId: handledElsewhere,
    }
    expect(narrowed({}, filters).said).toEqual([])
    expect(
      narrowed({ kind: undefined, q: '', isEnding: false, schoolId: 3, sort: 'name' }, filters).said,
    ).toEqual([])
  })

  it('take false and nought for something that was asked for', () => {
    const query = narrowed({ isActive: false, grade: 0 }, { isActive: equals('a.b'), grade: equals('a.c') })
    expect(query.said).toEqual(['(a.b = :isActive)', '(a.c = :grade)'])
  })

  it('never replace a value that the query holds already: it may be what the person is kept to', () => {
    expect(() => narrowed({ schoolId: 2 }, { schoolId: equals('line.schoolId') }, { schoolId: 1 })).toThrow(
      '"schoolId" stands in the query already',
    )
  })
})
