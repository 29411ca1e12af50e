/** Which home classes does the school have? */
import { ReferenceField, useCanAccess, useTranslate } from 'react-admin'
import { choiceFilter, ClassName, Col, DateCol, EmptyState, OfficeList, useScope } from '../../../shared'
import { grades, type HomeClass } from './home-class'

const filters = [choiceFilter('grade', grades, 'organisation.grades')]

export function HomeClassList() {
  const translate = useTranslate()
  const { term, schoolId } = useScope()
  const { canAccess: canEdit } = useCanAccess({ resource: 'home-classes', action: 'edit' })
  const year = term ? { schoolYear: term.schoolYear } : {}
  return (
    <OfficeList<HomeClass>
      order={{ field: 'grade', order: 'ASC' }}
      scope={['school']}
      filter={year}
      filters={filters}
      perPage={50}
      rowClick={canEdit ? 'edit' : false}
      {...(term
        ? { under: translate('organisation.schoolYear', { from: term.schoolYear, to: term.schoolYear + 1 }) }
        : {})}
      empty={
        <EmptyState
          why={translate('organisation.noClasses')}
          next={translate('organisation.noClassesNext')}
        />
      }
      simple={{
        primary: (homeClass) => homeClass.name,
        secondary: (homeClass) => translate(`organisation.grades.${homeClass.grade}`),
      }}
    >
      <Col source="name">
        <ClassName />
      </Col>
      <Col source="grade" render={(homeClass) => translate(`organisation.grades.${homeClass.grade}`)} />
      {schoolId === undefined ? (
        <Col source="schoolId" disableSort>
          <ReferenceField source="schoolId" reference="schools" link={false} />
        </Col>
      ) : null}
      <Col source="homeRoomId" disableSort>
        <ReferenceField source="homeRoomId" reference="rooms" link={false} empty={<>–</>} />
      </Col>
      <DateCol source="startsOn" />
      <DateCol source="endsOn" disableSort />
    </OfficeList>
  )
}
