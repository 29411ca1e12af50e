/** Who is in which section? */
import AddIcon from '@mui/icons-material/PersonAddAltOutlined'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { allOf } from '../../../api/contract'
import {
  ActionBar,
  choiceFilter,
  ClassName,
  Col,
  DateCol,
  EmptyState,
  OfficeList,
  referenceFilter,
  StatusCol,
  useMay,
} from '../../../shared'
import type { Enrolment } from '../types'

const filters = [
  referenceFilter('sectionId', 'sections'),
  referenceFilter('homeClassId', 'home-classes'),
  choiceFilter('status', allOf<Enrolment['status']>()(['active', 'ended']), 'states.enrolments'),
]

export function EnrolmentList() {
  const translate = useTranslate()
  return (
    <OfficeList<Enrolment>
      scope={['school', 'term']}
      order={{ field: 'className', order: 'ASC' }}
      filters={filters}
      rowClick={false}
      searchPlaceholder="enrolment.search"
      actions={<EnrolLink />}
      empty={
        <EmptyState
          why={translate('enrolment.nobody')}
          next={translate('enrolment.nobodyNext')}
          action={<EnrolLink />}
        />
      }
      simple={{
        primary: (row) => row.studentName,
        secondary: (row) => `${row.className} · ${row.sectionName}`,
        trailing: (row) => translate(`states.enrolments.${row.status}`),
        to: (row) => `/sections/${row.sectionId}/show`,
      }}
    >
      <Col source="studentName" />
      <Col source="className">
        <ClassName source="className" />
      </Col>
      <Col source="sectionName" />
      <Col source="courseName" disableSort />
      <DateCol source="startsOn" />
      <DateCol source="endsOn" disableSort />
      <StatusCol />
      <Col
        source="actions"
        disableSort
        render={(row) => (
          <ActionBar
            resource="enrolments"
            record={row as Enrolment}
            events={{ end: { isDangerous: true } }}
          />
        )}
      />
    </OfficeList>
  )
}

function EnrolLink() {
  const translate = useTranslate()
  if (!useMay('enrolment.write')) return null
  return (
    <Button component={Link} to="/enrolments/enrol" variant="contained" startIcon={<AddIcon />}>
      {translate('enrolment.enrol')}
    </Button>
  )
}
