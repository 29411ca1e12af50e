/** How many schools, classes and students there are in the scope, and where to go from there. */
import { useGetList, useTranslate } from 'react-admin'
import { ErrorNotice } from '../../shared/ErrorNotice'
import { Figure, Figures } from '../../shared/Figure'
import { printCount } from '../../shared/format'
import { useScope, useScopedTo } from '../../shared/scope'
import type { School } from '../organisation/schools/school'

const one = { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } } as const

export function SchoolsPart() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const scoped = useScopedTo()
  const { data, total, error } = useGetList<School>('schools', one)
  if (error) return <ErrorNotice error={error} />
  const here = data?.filter(school => schoolId === undefined || school.id === schoolId)
  const countsAreKnown = here !== undefined && (total ?? 0) <= 200 && here.every(school => school.homeClassCount !== undefined && school.studentCount !== undefined)
  const sum = (of: (school: School) => number | undefined) => printCount((here ?? []).reduce((n, school) => n + (of(school) ?? 0), 0))
  return (
    <Figures>
      {schoolId === undefined && <Figure label={translate('home.schools')} value={total === undefined ? undefined : printCount(total)} to={scoped('/schools')} />}
      {countsAreKnown && <Figure label={translate('home.classes')} value={sum(school => school.homeClassCount)} to={scoped('/home-classes')} />}
      {countsAreKnown && <Figure label={translate('home.students')} value={sum(school => school.studentCount)} />}
    </Figures>
  )
}
