import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { activity, at, bytes, constraint, el, fet, room } from '../../../test/fixtures/fet/small-file.js'
import { Sentences } from '../../platform/sentences.js'
import { unplaced } from '../solver/check.js'
import { solve } from '../solver/solve.js'
import { readFet } from './read-fet.js'
import { fetTexts } from './texts.js'
import { toProblem } from './to-problem.js'
import { writeFet } from './write-fet.js'
import type { readXml } from './xml-tree.js'

describe('reading a .fet file', () => {
  const refused = (text: string | Buffer, limits?: Parameters<typeof readXml>[1]) => {
    try {
      readFet(typeof text === 'string' ? bytes(text) : text, limits)
    } catch (error) {
      const { code, params } = error as { code: string; params: Record<string, string | number> }
      for (const language of ['zh', 'en'] as const)
        expect(new Sentences(fetTexts).say({ code, params }, language)).not.toMatch(/[{}]/)
      return [code.replace('scheduling.fet_', ''), params]
    }
    return null
  }
  const good = fet([{}])

  it('reads lists, activities and constraints, old and new', () => {
    const file = readFet(
      bytes(
        fet(
          [{ n: 2, tags: ['G'], size: 7 }, { active: false }],
          constraint('TeacherMaxHoursDaily', el('Teacher_Name', 'T') + el('Maximum_Hours_Daily', 3), 95.5),
        ),
      ),
    )
    expect(file).toMatchObject({
      days: ['D0', 'D1'],
      hours: ['H0', 'H1', 'H2', 'H3'],
      teachers: ['T', 'U'],
      rooms: [{ name: 'R', building: 'X', capacity: 30 }, { name: 'S' }],
    })
    expect(file.activities).toMatchObject([
      { id: 1, duration: 2, tags: ['G'], size: 7, isActive: true },
      { id: 2, isActive: false, size: null },
    ])
    expect(file.constraints).toMatchObject([
      { kind: 'BasicCompulsoryTime' },
      { kind: 'TeacherMaxHoursDaily', weight: 95.5, teacher: 'T', limit: 3 },
      { kind: 'BasicCompulsorySpace' },
    ])
    const old = good
      .replace(
        /<Days_List>.*<\/Days_List>/,
        '<Days_List><Number>2</Number><Name>D0</Name><Name>D1</Name></Days_List>',
      )
      .replace('<Mode>Official</Mode>', '')
      .replace('6.8.5', '5.2.1')
    expect(readFet(bytes(old)).days).toEqual(['D0', 'D1'])
    expect(readFet(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(good)])).subjects).toEqual([
      'M',
      'N',
    ])
  })

  it.each(['5.2.1', '6.9.5', '7.0.0', '7.10.5', '7'])('reads version %s', (version) => {
    expect(readFet(bytes(good.replace('6.8.5', version)))).toMatchObject({ version, days: ['D0', 'D1'] })
  })

  it('reads a file of version 7 like the same file of version 6, and writes it back', () => {
    const text = readFileSync(join(__dirname, 'fixtures/version-7.fet'), 'utf8')
    const given = toProblem(readFet(bytes(text)))
    const { problem } = toProblem(readFet(bytes(text.replace('7.10.5', '6.9.5'))))
    expect(given.problem).toEqual(problem)
    const { solution } = solve(given.problem, { seed: 1, steps: 100 })
    expect(unplaced(solution)).toEqual([])
    const written = writeFet(given, solution)
    expect(written).toContain('<fet version="7.10.5">')
    expect(toProblem(readFet(bytes(written))).problem.meetings[0]!.starts).toEqual([solution.places[0]!.time])
  })

  it('yes and no of early files are true and false, wherever they stand', () => {
    const early = toProblem(readFet(readFileSync(join(__dirname, 'fixtures/version-5-no.fet'))))
    expect(early.problem.meetings).toHaveLength(1)
    expect(unplaced(solve(early.problem, { seed: 1, steps: 100 }).solution)).toEqual([])
    const days = (active: string) =>
      constraint('TeacherMaxDaysPerWeek', el('Teacher', 'T') + el('Max_Days_Per_Week', 1)).replace(
        '>true<',
        `>${active}<`,
      )
    const kinds = (active: string) => readFet(bytes(fet([{}], days(active)))).constraints.length
    expect(['true', 'yes', ' yes ', '', 'false', 'no', '\nno\n'].map(kinds)).toEqual([3, 3, 3, 3, 2, 2, 2])
    const actives = (active: string) =>
      readFet(bytes(fet([{}]).replace('<Active>true<', `<Active>${active}<`))).activities[0]!.isActive
    expect(['true', 'yes', '', 'false', 'no'].map(actives)).toEqual([true, true, true, false, false])
    expect(refused(fet([{}]).replace('<Active>true<', '<Active>perhaps<'))).toMatchObject([
      'bad_value',
      { where: 'Activity', name: 'Active', value: 'perhaps' },
    ])
  })

  it('leaves out inactive constraints without looking at them', () => {
    expect(
      readFet(
        bytes(
          fet(
            [{}],
            '<ConstraintTeacherMaxDaysPerWeek><Teacher_Name>nobody</Teacher_Name><Active>false</Active></ConstraintTeacherMaxDaysPerWeek>',
          ),
        ),
      ).constraints,
    ).toHaveLength(2)
  })

  it('refuses what is no FET file, cut off, dangerous or too large', () => {
    expect(refused('<html></html>')).toEqual(['wrong_root', { name: 'html', expected: 'fet' }])
    expect(refused(good.slice(0, 500))).toMatchObject(['truncated', { line: expect.any(Number) }])
    for (const text of ['', '  \n', '<fet', '<?xml version="1.0"?>'])
      expect(refused(text)).toMatchObject(['truncated', {}])
    expect(refused(good.replace('<fet', '<!DOCTYPE fet [<!ENTITY a "b">]><fet'))).toMatchObject([
      'doctype',
      { line: 2 },
    ])
    expect(refused(good.replace('<Name>M<', '<Name>&nbsp;<'))).toMatchObject(['entity', { line: 5 }])
    expect(refused(good.replace('</Mode>', '</Made>'))).toMatchObject(['malformed', { line: 2 }])
    expect(refused(Buffer.from([0x3c, 0x66, 0xff, 0xfe]))).toMatchObject(['not_utf8', {}])
    expect(refused(good.replace('UTF-8', 'GB2312'))).toMatchObject(['not_utf8', {}])
    expect(refused('<a>'.repeat(50))).toMatchObject(['too_deep', { most: 16 }])
    expect(refused(good, { bytes: 100, depth: 16, elements: 100 })).toMatchObject(['too_large', {}])
    expect(refused(good, { bytes: 10_000, depth: 16, elements: 20 })).toMatchObject([
      'too_many',
      { most: 20 },
    ])
  })

  it('refuses other modes and versions, missing lists and fields, wrong numbers, names twice', () => {
    expect(refused(good.replace('Official', 'Terms'))).toEqual(['mode', { mode: 'Terms' }])
    for (const version of ['4.9.1', '8.0.0', '70.1', '', 'seven'])
      expect(refused(good.replace('6.8.5', version))).toEqual(['version', { version }])
    expect(refused(good.replace(/<Activities_List>[^]*<\/Activities_List>/, ''))).toMatchObject([
      'missing',
      { name: 'Activities_List' },
    ])
    expect(refused(fet([{ n: 5 }]))).toMatchObject([
      'bad_value',
      { where: 'Activity 1', name: 'Duration', value: 5 },
    ])
    expect(refused(fet([{}], constraint('TeacherMaxDaysPerWeek', el('Teacher_Name', 'T'))))).toMatchObject([
      'missing',
      { where: 'ConstraintTeacherMaxDaysPerWeek', name: 'limit' },
    ])
    expect(refused(fet([{}], constraint('BreakTimes', '', 101)))).toMatchObject([
      'bad_value',
      { value: '101' },
    ])
    expect(refused(good.replace('<Name>U</Name>', '<Name>T</Name>'))).toMatchObject([
      'duplicate',
      { name: 'T' },
    ])
    expect(refused(good.replace('<Name>A1</Name>', '<Name>Y</Name>'))).toMatchObject([
      'duplicate',
      { name: 'Y' },
    ])
    expect(refused(good.replace('</Activities_List>', `${activity({}, 1)}</Activities_List>`))).toMatchObject(
      ['duplicate', { name: '1' }],
    )
  })

  it('names what is not in the lists, and where', () => {
    expect(refused(fet([{ t: ['X'] }]))).toEqual([
      'unknown_teacher',
      { where: 'Activity 1', line: 7, name: 'X' },
    ])
    expect(refused(fet([{ s: ['X'] }]))).toMatchObject(['unknown_students', { name: 'X' }])
    expect(refused(fet([{ subject: 'X' }]))).toMatchObject(['unknown_subject', { name: 'X' }])
    expect(refused(fet([{ tags: ['X'] }]))).toMatchObject(['unknown_tag', { name: 'X' }])
    expect(
      refused(fet([{}], constraint('SubjectPreferredRoom', el('Subject', 'M') + room('X')))),
    ).toMatchObject(['unknown_room', { where: 'ConstraintSubjectPreferredRoom', name: 'X' }])
    expect(refused(fet([{}], constraint('ActivityEndsStudentsDay', el('Activity_Id', 17))))).toMatchObject([
      'unknown_activity',
      { name: '17' },
    ])
    expect(refused(fet([{}], constraint('BreakTimes', at(7, 0, 'Break_Time', ''))))).toMatchObject([
      'unknown_day',
      { name: 'D7' },
    ])
  })
})
