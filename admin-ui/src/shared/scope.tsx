/** The school and the term that the office looks at now; kept in the address, so that a link shows the same to a colleague. */
import { createContext, useCallback, useContext, useEffect, useMemo, type ReactNode } from 'react'
import { useGetList, useStore } from 'react-admin'
import { useLocation, useNavigate } from 'react-router'
import type { Schemas } from '../api/contract'
import { useActor, useAll } from './hooks'

export type Term = Schemas['TermOut']

export type ScopePart = 'school' | 'term'

export interface Scope {
  /** False until the schools and terms are known; pages are drawn after that. */
  isReady: boolean
  /** Undefined: all schools of the person's region. */
  schoolId: number | undefined
  /** Of the only school there is for this person. */
  schoolName: string | undefined
  termId: number | undefined
  term: Term | undefined
  terms: Term[]
  /** Whether this person can look at more than one school. */
  hasManySchools: boolean
  setSchool: (id: number | undefined) => void
  setTerm: (id: number) => void
}

const nowhere: Scope = {
  isReady: false,
  schoolId: undefined,
  schoolName: undefined,
  termId: undefined,
  term: undefined,
  terms: [],
  hasManySchools: false,
  setSchool: () => undefined,
  setTerm: () => undefined,
}
const ScopeContext = createContext<Scope>(nowhere)
export const useScope = (): Scope => useContext(ScopeContext)

/** The scope as filters of a list: { schoolId, termId }, as far as they are set. */
export function useScopeFilter(parts: ScopePart[]): Record<string, number> {
  const { schoolId, termId } = useScope()
  return {
    ...(parts.includes('school') && schoolId !== undefined ? { schoolId } : {}),
    ...(parts.includes('term') && termId !== undefined ? { termId } : {}),
  }
}

const numberIn = (search: URLSearchParams, key: string): number | undefined => {
  const text = search.get(key)
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** Adds the scope to an address of this application. */
export function useScopedTo(): (path: string) => string {
  const { schoolId, termId, hasManySchools } = useScope()
  return (path) => {
    const [bare = '', search] = path.split('?')
    const params = new URLSearchParams(search)
    if (hasManySchools && schoolId !== undefined && !params.has('school'))
      params.set('school', String(schoolId))
    if (termId !== undefined && !params.has('term')) params.set('term', String(termId))
    const text = params.toString()
    return text === '' ? bare : `${bare}?${text}`
  }
}

/** Writes the school or the term into the address. */
function usePut() {
  const location = useLocation()
  const navigate = useNavigate()
  return useCallback(
    (key: 'school' | 'term', id: number | undefined, replace: boolean) => {
      const next = new URLSearchParams(location.search)
      if (id === undefined) next.delete(key)
      else next.set(key, String(id))
      // Another school has other pages: start at the first.
      if (!replace) next.delete('page')
      void navigate(
        { pathname: location.pathname, search: `?${next.toString()}`, hash: location.hash },
        { replace, state: location.state as unknown },
      )
    },
    [location, navigate],
  )
}

export function ScopeProvider({ children }: { children: ReactNode }) {
  const actor = useActor()
  const location = useLocation()
  const search = useMemo(() => new URLSearchParams(location.search), [location.search])
  const [kept, setKept] = useStore<{ school?: number; term?: number }>('scope', {})
  const mayAsk = actor !== undefined && !actor.mustChangePassword
  const terms = useAll<Term>(
    'terms',
    { sort: { field: 'startsOn', order: 'DESC' } },
    { staleTime: 300_000, enabled: mayAsk },
  )
  const schools = useGetList<Schemas['SchoolOut']>(
    'schools',
    { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } },
    { staleTime: 300_000, enabled: mayAsk },
  )

  const own = actor?.schoolId ?? undefined
  const hasManySchools = own === undefined && (schools.total ?? 0) > 1
  const onlySchool = own ?? (schools.total === 1 ? schools.data?.[0]?.id : undefined)
  const schoolId = hasManySchools
    ? search.has('school')
      ? numberIn(search, 'school')
      : kept.school
    : onlySchool
  const schoolName = hasManySchools ? undefined : schools.data?.[0]?.name
  const list = useMemo(() => terms.data ?? [], [terms.data])
  const askedTerm = numberIn(search, 'term') ?? kept.term
  const term = list.find((one) => one.id === askedTerm) ?? list.find((one) => one.isCurrent) ?? list[0]

  const put = usePut()
  // A link from a colleague counts as a choice.
  useEffect(() => {
    const school = numberIn(search, 'school')
    if (school !== undefined && school !== kept.school) setKept({ ...kept, school })
  }, [search, kept, setKept])
  // Lists and links write their own addresses; what is missing there is put back.
  useEffect(() => {
    if (hasManySchools && schoolId !== undefined && !search.has('school')) put('school', schoolId, true)
    else if (term && numberIn(search, 'term') !== term.id) put('term', term.id, true)
  }, [hasManySchools, schoolId, term, search, put])

  const isReady = mayAsk && !terms.isPending && !schools.isPending
  const scope = useMemo<Scope>(
    () => ({
      isReady,
      schoolId,
      schoolName,
      termId: term?.id,
      term,
      terms: list,
      hasManySchools,
      setSchool: (id) => {
        const { school: _school, ...rest } = kept
        setKept(id === undefined ? rest : { ...rest, school: id })
        put('school', id, false)
      },
      setTerm: (id) => {
        setKept({ ...kept, term: id })
        put('term', id, false)
      },
    }),
    [isReady, schoolId, schoolName, term, list, hasManySchools, kept, put, setKept],
  )
  return <ScopeContext.Provider value={scope}>{children}</ScopeContext.Provider>
}
