/** Who teaches here, of the school's own people and of those from outside? */
import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import Button from '@mui/material/Button'
import { ReferenceField, useCanAccess, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  choiceFilter,
  ClassName,
  Col,
  EmptyState,
  OfficeList,
  StatusChip,
  useMay,
  useScope,
  yesNoFilter,
} from '../../../shared'
import { teacherKinds, type Teacher } from './teacher'

const filters = [choiceFilter('kind', teacherKinds, 'people.teacherKinds'), yesNoFilter('isActive')]

function ImportLink() {
  const translate = useTranslate()
  return (
    <Button component={Link} to="/imports/create?kind=teachers" variant="outlined" startIcon={<UploadIcon />}>
      {translate('people.importTeachers')}
    </Button>
  )
}

export function TeacherList() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const mayImport = useMay('import.run')
  const { canAccess: canEdit } = useCanAccess({ resource: 'teachers', action: 'edit' })
  const state = (teacher: Teacher) => <StatusChip status={teacher.isActive ? 'active' : 'inactive'} />
  return (
    <OfficeList<Teacher>
      order={{ field: 'name', order: 'ASC' }}
      scope={['school']}
      filters={filters}
      perPage={50}
      rowClick={canEdit ? 'edit' : false}
      searchPlaceholder="people.searchTeachers"
      actions={mayImport ? <ImportLink /> : null}
      empty={
        <EmptyState
          why={translate('people.noTeachers')}
          next={translate('people.noTeachersNext')}
          action={mayImport ? <ImportLink /> : null}
        />
      }
      simple={{
        primary: (teacher) => teacher.name,
        secondary: (teacher) =>
          [translate(`people.teacherKinds.${teacher.kind}`), teacher.subject, teacher.className]
            .filter(Boolean)
            .join(' · '),
        trailing: (teacher) => (teacher.isActive ? null : state(teacher)),
      }}
    >
      <Col source="name" />
      <Col source="staffNumber" />
      <Col source="kind" render={(teacher) => translate(`people.teacherKinds.${teacher.kind}`)} />
      <Col source="subject" />
      {schoolId === undefined ? (
        <Col source="schoolId" disableSort>
          <ReferenceField source="schoolId" reference="schools" link={false} />
        </Col>
      ) : null}
      <Col source="phone" disableSort sx={{ fontVariantNumeric: 'tabular-nums' }} />
      <Col source="className" disableSort>
        <ClassName source="className" />
      </Col>
      <Col source="username" disableSort />
      <Col source="isActive" disableSort render={(teacher) => state(teacher as Teacher)} />
    </OfficeList>
  )
}
