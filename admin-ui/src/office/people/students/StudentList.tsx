/** Who are the students, and in which class is each? */
import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import Button from '@mui/material/Button'
import { ReferenceField, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  choiceFilter,
  ClassName,
  Col,
  EmptyState,
  OfficeList,
  referenceFilter,
  StatusChip,
  useMay,
  useScope,
  yesNoFilter,
} from '../../../shared'
import { grades } from '../../organisation/home-classes/home-class'
import { FindByNumber } from './FindByNumber'
import type { StudentRow } from './student'

const filters = [
  referenceFilter('homeClassId', 'home-classes'),
  choiceFilter('grade', grades, 'organisation.grades'),
  yesNoFilter('isLeftBehind'),
  yesNoFilter('hasLeft'),
]

function ImportLink() {
  const translate = useTranslate()
  return (
    <Button component={Link} to="/imports/create?kind=students" variant="outlined" startIcon={<UploadIcon />}>
      {translate('people.importRoster')}
    </Button>
  )
}

export function StudentList() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const mayImport = useMay('import.run')
  const mayFind = useMay('student.unmask')
  return (
    <OfficeList<StudentRow>
      order={{ field: 'className', order: 'ASC' }}
      scope={['school']}
      filters={filters}
      perPage={50}
      rowClick="show"
      searchPlaceholder="people.searchStudents"
      actions={
        <>
          {mayFind && <FindByNumber />}
          {mayImport && <ImportLink />}
        </>
      }
      empty={
        <EmptyState
          why={translate('people.noStudents')}
          next={translate('people.noStudentsNext')}
          action={mayImport ? <ImportLink /> : null}
        />
      }
      simple={{
        primary: (student) => student.name,
        secondary: (student) => `${student.className} · ${translate(`people.sexes.${student.sex}`)}`,
        trailing: (student) =>
          student.leftOn ? <StatusChip status="closed" label={translate('people.left')} /> : null,
      }}
    >
      <Col source="className">
        <ClassName source="className" />
      </Col>
      <Col source="name" />
      <Col source="sex" render={(student) => translate(`people.sexes.${student.sex}`)} />
      {schoolId === undefined ? (
        <Col source="schoolId" disableSort>
          <ReferenceField source="schoolId" reference="schools" link={false} />
        </Col>
      ) : null}
      <Col source="studentNumber" disableSort sx={{ fontVariantNumeric: 'tabular-nums' }} />
      <Col source="bornIn" disableSort />
      <Col
        source="isLeftBehind"
        disableSort
        render={(student) => (student.isLeftBehind ? translate('ra.boolean.true') : '–')}
      />
      <Col
        source="isMigrantChild"
        disableSort
        render={(student) => (student.isMigrantChild ? translate('ra.boolean.true') : '–')}
      />
    </OfficeList>
  )
}
