/**
 * Why can a week not work at all (无解原因)? Small sets of meetings that need more than there is: more hours of a person, a
 * room or a day than are open to them. And, where no such set is found, which rules would have to give way. Pure.
 */
import { check } from './check.js'
import { listOf, type Naming, type Sentence } from './constraints.js'
import { isHard, type Meeting, type Problem, type Rule, type RuleKind } from './problem.js'
import { solve } from './solve.js'

export interface Reason {
  readonly meetings: readonly number[]
  readonly sentence: Sentence
  /** What would help. */
  readonly mend: Sentence
}

/** Every reason that can be proved by counting; empty: none was found, which proves nothing. */
export function whyImpossible(problem: Problem, naming: Naming): Reason[] {
  const alone = problem.meetings.flatMap((_, meeting) => noTime(problem, meeting))
  if (alone.length > 0) return alone
  return [...locks(problem, naming), ...people(problem, naming), ...rooms(problem, naming)]
}

/** Kinds of hard rules without which everything finds a place within so many steps. */
export function wouldFree(
  problem: Problem,
  { seed, steps }: { seed: number; steps: number },
): { readonly kind: RuleKind | 'lock' | 'unavailable' }[] {
  const works = (changed: Problem) =>
    solve(changed, { seed, steps, improves: false }).placedAfterSteps !== null
  const kinds = [...new Set(problem.rules.filter(isHard).map(({ kind }) => kind))]
  const without = (gone: (rule: Rule) => boolean): Problem => ({
    ...problem,
    rules: problem.rules.filter((rule) => !gone(rule)),
  })
  const found: { kind: RuleKind | 'lock' | 'unavailable' }[] = kinds
    .filter((kind) => works(without((rule) => rule.kind === kind && isHard(rule))))
    .map((kind) => ({ kind }))
  if (
    problem.meetings.some(({ locked }) => locked) &&
    works({ ...problem, meetings: problem.meetings.map((meeting) => ({ ...meeting, locked: null })) })
  )
    found.push({ kind: 'lock' })
  if (
    problem.people.some(({ unavailable }) => unavailable.length > 0) &&
    works({ ...problem, people: problem.people.map((person) => ({ ...person, unavailable: [] })) })
  )
    found.push({ kind: 'unavailable' })
  return found
}

/** Times at which the meeting may start by itself. */
function startsOf(problem: Problem, { length, people, starts, locked }: Meeting): number[] {
  const shut = new Set([
    ...problem.closed,
    ...people.flatMap((person) => problem.people[person]!.unavailable),
  ])
  const fits = (time: number) =>
    (time % problem.periods) + length <= problem.periods &&
    Array.from({ length }, (_, at) => time + at).every((at) => !shut.has(at))
  return (
    locked
      ? [locked.time]
      : (starts ?? Array.from({ length: problem.days * problem.periods }, (_, time) => time))
  ).filter(fits)
}

function noTime(problem: Problem, meeting: number): Reason[] {
  const { name, people } = problem.meetings[meeting]!
  if (startsOf(problem, problem.meetings[meeting]!).length > 0) return []
  const who = listOf(
    people
      .map((person) => problem.people[person]!)
      .filter(({ unavailable }) => unavailable.length > 0)
      .map((person) => ({ zh: person.name, en: person.name })),
  )
  return [
    {
      meetings: [meeting],
      sentence:
        who.zh === ''
          ? { zh: `“${name}”没有一个可以排的时段`, en: `${name} has no time at all` }
          : {
              zh: `“${name}”没有一个可以排的时段：${who.zh}都有空的时间不存在`,
              en: `${name} has no time at all: there is none at which ${who.en} can come`,
            },
      mend: {
        zh: '放宽教师不能来的时段、允许的时段或锁定。',
        en: 'Open a time: of a teacher, of the section, or by taking off a lock.',
      },
    },
  ]
}

function locks(problem: Problem, naming: Naming): Reason[] {
  const places = problem.meetings.map(({ locked }) => locked)
  if (places.every((place) => place === null)) return []
  const broken = check(problem, { places }).filter(
    (found) =>
      isHard(found) &&
      [
        'person_twice',
        'room_twice',
        'person_unavailable',
        'room_unavailable',
        'closed',
        'days_apart',
        'not_overlapping',
        'same_start',
      ].includes(found.rule),
  )
  return broken.map(({ meetings, people: who, rooms: where, times }) => ({
    meetings,
    sentence: {
      zh: `锁定互相矛盾：${listOf(meetings.map((each) => ({ zh: `“${problem.meetings[each]!.name}”`, en: '' }))).zh}都锁定在${listOf(times.map((time) => naming.time(time))).zh}${nameList(problem, who, where, 'zh')}`,
      en: `Locks contradict each other: ${listOf(meetings.map((each) => ({ zh: '', en: problem.meetings[each]!.name }))).en} on ${listOf(times.map((time) => naming.time(time))).en}${nameList(problem, who, where, 'en')}`,
    },
    mend: { zh: '取消其中一个的锁定。', en: 'Take the lock off one of them.' },
  }))
}

function nameList(
  problem: Problem,
  who: readonly number[],
  where: readonly number[],
  language: 'zh' | 'en',
): string {
  const names = [
    ...who.map((person) => problem.people[person]!.name),
    ...where.map((room) => problem.rooms[room]!.name),
  ]
  return names.length === 0 ? '' : language === 'zh' ? `（${names.join('、')}）` : ` (${names.join(', ')})`
}

/** A unit of need: one period of a meeting, and where it could go. */
interface Need {
  readonly meeting: number
  readonly options: readonly number[]
}

function coveredBy(problem: Problem, meeting: number): number[] {
  const { length } = problem.meetings[meeting]!
  return [
    ...new Set(
      startsOf(problem, problem.meetings[meeting]!).flatMap((time) =>
        Array.from({ length }, (_, at) => time + at),
      ),
    ),
  ]
}

function people(problem: Problem, naming: Naming): Reason[] {
  return problem.people.flatMap(({ name }, person) => {
    const own = problem.meetings.flatMap((meeting, index) => (meeting.people.includes(person) ? [index] : []))
    const needs = own.flatMap((meeting) =>
      Array.from({ length: problem.meetings[meeting]!.length }, () => ({
        meeting,
        options: coveredBy(problem, meeting),
      })),
    )
    const byTime = tooMany(needs)
    if (byTime)
      return [
        shortOf(
          problem,
          byTime,
          { zh: name, en: name },
          listOf(byTime.options.map((time) => naming.time(time))),
        ),
      ]
    const daily = Math.min(
      ...problem.rules.flatMap((rule) =>
        rule.kind === 'max_a_day' && !rule.meetings && isHard(rule) && rule.who.includes(person)
          ? [rule.most]
          : [],
      ),
      problem.periods,
    )
    const byDay = tooMany(
      needs.map(({ meeting, options }) => ({
        meeting,
        options: [...new Set(options.map((time) => Math.floor(time / problem.periods)))].flatMap((day) =>
          Array.from({ length: daily }, (_, at) => day * problem.periods + at),
        ),
      })),
    )
    if (!byDay) return []
    const days = [...new Set(byDay.options.map((option) => Math.floor(option / problem.periods)))]
    return [
      shortOf(
        problem,
        byDay,
        { zh: `${name}（一天最多 ${daily} 次）`, en: `${name} (at most ${daily} a day)` },
        listOf(days.map((day) => naming.day(day))),
      ),
    ]
  })
}

function rooms(problem: Problem, naming: Naming): Reason[] {
  const times = problem.days * problem.periods
  const needs = problem.meetings.flatMap((each, meeting) => {
    if (each.rooms.length === 0 || each.isRoomOptional) return []
    const options = coveredBy(problem, meeting).flatMap((time) =>
      each.rooms
        .filter((room) => !problem.rooms[room]!.unavailable.includes(time))
        .map((room) => room * times + time),
    )
    return Array.from({ length: each.length }, () => ({ meeting, options }))
  })
  const found = tooMany(needs)
  if (!found) return []
  const named = listOf(
    [...new Set(found.options.map((option) => Math.floor(option / times)))].map((room) => ({
      zh: `“${problem.rooms[room]!.name}”`,
      en: problem.rooms[room]!.name,
    })),
  )
  return [
    shortOf(
      problem,
      found,
      named,
      listOf(
        [...new Set(found.options.map((option) => option % times))]
          .toSorted((one, other) => one - other)
          .map((time) => naming.time(time)),
      ),
    ),
  ]
}

function shortOf(
  problem: Problem,
  { needs, options }: { needs: readonly Need[]; options: readonly number[] },
  what: Sentence,
  when: Sentence,
): Reason {
  const meetings = [...new Set(needs.map(({ meeting }) => meeting))].toSorted((one, other) => one - other)
  const named = listOf(
    meetings.map((meeting) => ({
      zh: `“${problem.meetings[meeting]!.name}”`,
      en: problem.meetings[meeting]!.name,
    })),
  )
  const [need, have] = [needs.length, options.length]
  return {
    meetings,
    sentence: {
      zh: `${named.zh}共 ${need} 次都要用到${what.zh}，可用的只有 ${have} 次${when.zh === '' ? '' : `（${when.zh}）`}`,
      en: `${named.en} need ${what.en} ${need} times, but there are only ${have}${when.en === '' ? '' : ` (${when.en})`}`,
    },
    mend: {
      zh: `减少 ${need - have} 次，或给其中一些换教师、场地或时段。`,
      en: `Take away ${need - have}, or give some of them another teacher, room or time.`,
    },
  }
}

/** Needs that together have fewer options than they are (Hall's condition), as few as the search shows; null: all can be met. */
function tooMany(needs: readonly Need[]): { needs: Need[]; options: number[] } | null {
  const takenBy = new Map<number, number>()
  for (let need = 0; need < needs.length; need += 1) {
    const seen = new Set<number>()
    const reached = new Set<number>([need])
    if (!assign(needs, need, takenBy, seen, reached))
      return { needs: [...reached].map((each) => needs[each]!), options: [...seen] }
  }
  return null
}

function assign(
  needs: readonly Need[],
  need: number,
  takenBy: Map<number, number>,
  seen: Set<number>,
  reached: Set<number>,
): boolean {
  for (const option of needs[need]!.options) {
    if (seen.has(option)) continue
    seen.add(option)
    const holder = takenBy.get(option)
    if (holder !== undefined) reached.add(holder)
    if (holder === undefined || assign(needs, holder, takenBy, seen, reached)) {
      takenBy.set(option, need)
      return true
    }
  }
  return false
}
