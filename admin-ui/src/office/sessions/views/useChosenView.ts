/** Whose week, and which, is looked at; kept in the address, so that a link shows a colleague the same. */
import { useSearchParams } from 'react-router'
import { query } from '../../../api/call'
import type { Schemas } from '../../../api/contract'
import { isLocalDate, mondayOf, today, useAnswer, useScope } from '../../../shared'
import { schoolSides, viewKinds, type SchoolSide, type ViewKind } from './views'

export type Choices = Schemas['ViewOwnersOut']

export interface ChosenView {
  kind: ViewKind
  /** Undefined: nobody is chosen yet. */
  id: number | undefined
  /** The Monday. */
  from: string
  side: SchoolSide
  isAll: boolean
  choices: Choices | undefined
  set: (parts: Record<string, string | null>) => void
}

const oneOf = <T extends string>(all: readonly T[], asked: string | null): T | undefined =>
  all.find((each) => each === asked)

export function useChosenView(): ChosenView {
  const { schoolId, term } = useScope()
  const [search, setSearch] = useSearchParams()
  const asked = oneOf(viewKinds, search.get('kind'))
  const listed = asked === undefined || asked === 'school' ? 'teacher' : asked
  const from = weekIn(search.get('from'), term)
  const { data: choices } = useAnswer<Choices>(
    schoolId === undefined ? null : `/api/timetable-views/choices${query({ kind: listed, schoolId, from })}`,
  )
  // A teacher comes for the own week, everybody else for the school's.
  const kind = asked ?? (choices?.ownTeacherId ? 'teacher' : 'school')
  const askedId = Number(search.get('owner')) || undefined
  const id =
    kind === 'school'
      ? asked || choices
        ? schoolId
        : undefined
      : (askedId ?? (kind === 'teacher' ? (choices?.ownTeacherId ?? undefined) : undefined))
  const set = (parts: Record<string, string | null>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      for (const [key, value] of Object.entries(parts)) {
        if (value === null) next.delete(key)
        else next.set(key, value)
      }
      return next
    })
  return {
    kind,
    id,
    from,
    side: oneOf(schoolSides, search.get('side')) ?? 'home_class',
    isAll: search.get('all') === '1',
    choices,
    set,
  }
}

/** The week asked for; else this one, or the first of a term that is not now. */
export function weekIn(asked: string | null, term: { startsOn: string; endsOn: string } | undefined): string {
  if (asked !== null && isLocalDate(asked)) return mondayOf(asked)
  const now = today()
  return mondayOf(term && (now < term.startsOn || now > term.endsOn) ? term.startsOn : now)
}
