import {
  BooleanInput,
  maxLength,
  minLength,
  regex,
  required,
  SelectInput,
  TextInput,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { CreatePage, EditPage, LocalDateInput, NameSearch, today, useScope } from '../../../shared'
import { sexes, type Student } from './student'

const number = regex(/^[GJL]\d{17}[\dX]$/)

function Fields({ schoolId, isNew = false }: { schoolId: number | undefined; isNew?: boolean }) {
  const translate = useTranslate()
  const { term } = useScope()
  const classes = {
    ...(schoolId === undefined ? {} : { schoolId }),
    ...(term ? { schoolYear: term.schoolYear } : {}),
  }
  return (
    <>
      <NameSearch
        source="homeClassId"
        reference="home-classes"
        filter={classes}
        sort={{ field: 'grade', order: 'ASC' }}
        validate={required()}
      />
      {isNew && <LocalDateInput source="startsOn" helperText="people.startsOnHelp" />}
      <TextInput source="name" validate={[required(), minLength(2), maxLength(50)]} />
      <SelectInput
        source="sex"
        choices={sexes.map((id) => ({ id, name: `people.sexes.${id}` }))}
        validate={required()}
      />
      <TextInput
        source="newNumber"
        label="resources.students.fields.studentNumber"
        validate={number}
        helperText={translate('people.numberHelp')}
      />
      <LocalDateInput source="newBornOn" label="resources.students.fields.bornOn" />
      <TextInput
        source="newAidCategory"
        label="resources.students.fields.aidCategory"
        validate={maxLength(40)}
      />
      <BooleanInput source="isLeftBehind" />
      <BooleanInput source="isMigrantChild" />
    </>
  )
}

/** What is shown masked cannot be edited in place: an empty field leaves it as it is. */
function toBody({
  homeClassId,
  name,
  sex,
  isLeftBehind,
  isMigrantChild,
  newNumber,
  newBornOn,
  newAidCategory,
  startsOn,
}: Record<string, unknown>): Record<string, unknown> {
  const given = { studentNumber: newNumber, bornOn: newBornOn, aidCategory: newAidCategory, startsOn }
  return {
    homeClassId,
    name,
    sex,
    isLeftBehind,
    isMigrantChild,
    ...Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined && value !== null && value !== ''),
    ),
  }
}

function OfRecord() {
  return <Fields schoolId={useRecordContext<Student>()?.schoolId} />
}

export const StudentEdit = () => (
  <EditPage transform={toBody}>
    <OfRecord />
  </EditPage>
)

export function StudentCreate() {
  const { schoolId } = useScope()
  return (
    <CreatePage
      transform={toBody}
      defaultValues={{ startsOn: today(), isLeftBehind: false, isMigrantChild: false }}
    >
      <Fields schoolId={schoolId} isNew />
    </CreatePage>
  )
}
