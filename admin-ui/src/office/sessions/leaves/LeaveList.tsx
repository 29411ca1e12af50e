/** Which teachers are away, and whose sessions still have nobody? */
import { useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import {
  choiceFilter,
  Col,
  CreateLink,
  DateCol,
  EmptyState,
  OfficeList,
  printCount,
  StatusCol,
  useMay,
} from '../../../shared'
import type { TeacherLeave } from '../types'

const states = allOf<TeacherLeave['status']>()(['requested', 'granted', 'refused', 'withdrawn'])
const filters = [choiceFilter('status', states, 'states.teacher-leaves')]

export function LeaveList() {
  const translate = useTranslate()
  const create = useMay('substitution.approve') ? 'leaves.record' : 'leaves.ask'
  return (
    <OfficeList<TeacherLeave>
      scope={['school']}
      order={{ field: 'fromOn', order: 'DESC' }}
      filters={filters}
      createLabel={create}
      rowClick="show"
      empty={
        <EmptyState
          why={translate('leaves.none')}
          next={translate('leaves.noneNext')}
          action={<CreateLink label={create} />}
        />
      }
      simple={{
        primary: (each) => each.teacherName,
        secondary: (each) => (each.fromOn === each.toOn ? each.fromOn : `${each.fromOn} – ${each.toOn}`),
        trailing: (each) =>
          each.openCount > 0
            ? translate('leaves.openSome', { count: each.openCount })
            : translate(`states.teacher-leaves.${each.status}`),
      }}
    >
      <Col source="teacherName" />
      <DateCol source="fromOn" />
      <DateCol source="toOn" />
      <Col
        source="kind"
        disableSort
        render={(row) => translate(`leaves.kinds.${(row as TeacherLeave).kind}`)}
      />
      <StatusCol />
      <Col
        source="openCount"
        disableSort
        render={(row) =>
          (row as TeacherLeave).openCount > 0 ? printCount((row as TeacherLeave).openCount) : '–'
        }
      />
    </OfficeList>
  )
}
