/** Which schools are there, and when does their day end? */
import { useTranslate } from 'react-admin'
import { choiceFilter, Col, EmptyState, LocalTimeField, OfficeList, StatusChip } from '../../../shared'
import { areas, stages, type School } from './school'

const filters = [choiceFilter('stage', stages, 'stages'), choiceFilter('area', areas, 'organisation.areas')]

export function SchoolList() {
  const translate = useTranslate()
  return (
    <OfficeList<School>
      order={{ field: 'name', order: 'ASC' }}
      filters={filters}
      hiddenColumns={['code', 'area']}
      empty={
        <EmptyState
          why={translate('organisation.noSchools')}
          next={translate('organisation.noSchoolsNext')}
        />
      }
      simple={{
        primary: (school) => school.name,
        secondary: (school) => `${translate(`stages.${school.stage}`)} · ${school.regionName}`,
        trailing: (school) => school.lastLessonEndTime,
      }}
    >
      <Col source="name" />
      <Col source="code" />
      <Col source="stage" render={(school) => translate(`stages.${school.stage}`)} />
      <Col source="area" render={(school) => translate(`organisation.areas.${school.area}`)} />
      <Col source="regionName" disableSort />
      <Col source="lastLessonEndTime" disableSort>
        <LocalTimeField source="lastLessonEndTime" />
      </Col>
      <Col
        source="isActive"
        label="kit.status"
        disableSort
        render={(school) =>
          school.isActive ? (
            <StatusChip status="active" />
          ) : (
            <StatusChip status="closed" label={translate('organisation.closed')} />
          )
        }
      />
    </OfficeList>
  )
}
