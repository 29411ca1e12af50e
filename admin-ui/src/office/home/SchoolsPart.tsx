/** How many schools, classes and students there are in the scope, and where to go from there. */
import { useGetList, useTranslate } from 'react-admin'
import { Figure, Figures } from '../../shared/Figure'
import { printCount } from '../../shared/format'
import { useMay } from '../../shared/hooks'
import { useScope, useScopedTo, useScopeFilter } from '../../shared/scope'

const justTheCount = { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'ASC' } } as const

function useCount(resource: string, filter: Record<string, unknown>, enabled = true): string | undefined {
  const { total, error } = useGetList(resource, { ...justTheCount, filter }, { enabled })
  return error ? '–' : total === undefined ? undefined : printCount(total)
}

export function SchoolsPart() {
  const translate = useTranslate()
  const scoped = useScopedTo()
  const { schoolId, term } = useScope()
  const school = useScopeFilter(['school'])
  const maySeeStudents = useMay('student.read')
  const schools = useCount('schools', {}, schoolId === undefined)
  const classes = useCount('home-classes', { ...school, ...(term ? { schoolYear: term.schoolYear } : {}) })
  const students = useCount('students', { ...school, hasLeft: false }, maySeeStudents)
  return (
    <Figures>
      {schoolId === undefined && (
        <Figure label={translate('home.schools')} value={schools} to={scoped('/schools')} />
      )}
      <Figure label={translate('home.classes')} value={classes} to={scoped('/home-classes')} />
      {maySeeStudents && (
        <Figure label={translate('home.students')} value={students} to={scoped('/students')} />
      )}
    </Figures>
  )
}
