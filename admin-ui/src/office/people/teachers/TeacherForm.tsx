import {
  BooleanInput,
  FormDataConsumer,
  maxLength,
  minLength,
  regex,
  required,
  SelectInput,
  TextInput,
  useGetOne,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { useParams } from 'react-router'
import { CreatePage, EditPage, NameSearch, useScope } from '../../../shared'
import { Clearances } from '../clearances/Clearances'
import { teacherKinds, type Teacher, type TeacherAccount } from './teacher'

const phone = regex(/^1[3-9]\d{9}$/)

const accountText = (account?: TeacherAccount) =>
  account ? `${account.displayName} (${account.username})` : ''

function Fields({ schoolId }: { schoolId: number | undefined }) {
  const translate = useTranslate()
  const { term } = useScope()
  const classes = {
    ...(schoolId === undefined ? {} : { schoolId }),
    ...(term ? { schoolYear: term.schoolYear } : {}),
  }
  return (
    <>
      <TextInput source="name" validate={[required(), minLength(2), maxLength(50)]} />
      <SelectInput
        source="kind"
        choices={teacherKinds.map((id) => ({ id, name: `people.teacherKinds.${id}` }))}
        validate={required()}
      />
      <TextInput source="staffNumber" validate={maxLength(30)} />
      <TextInput source="subject" validate={maxLength(30)} />
      <TextInput
        source="newPhone"
        label="resources.teachers.fields.phone"
        validate={phone}
        helperText={translate('people.phoneHelp')}
      />
      <NameSearch
        source="homeClassId"
        reference="home-classes"
        filter={classes}
        sort={{ field: 'grade', order: 'ASC' }}
      />
      <NameSearch
        source="userId"
        reference="teacher-accounts"
        filter={schoolId === undefined ? {} : { schoolId }}
        optionText={accountText}
        helperText={translate('people.accountHelp')}
      />
    </>
  )
}

const orNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const phoneOf = (value: unknown) => (typeof value === 'string' && value !== '' ? { phone: value } : {})

/** The phone is shown masked, so an empty field leaves it as it is. */
const toBody = ({
  name,
  kind,
  staffNumber,
  subject,
  homeClassId,
  userId,
  isActive,
  newPhone,
}: Record<string, unknown>): Record<string, unknown> => ({
  name,
  kind,
  staffNumber: orNull(staffNumber),
  subject: orNull(subject),
  homeClassId: orNull(homeClassId),
  userId: orNull(userId),
  isActive,
  ...phoneOf(newPhone),
})

function OfRecord() {
  return <Fields schoolId={useRecordContext<Teacher>()?.schoolId} />
}

export const TeacherEdit = () => (
  <>
    <EditPage redirect="list" transform={toBody}>
      <OfRecord />
      <BooleanInput source="isActive" />
    </EditPage>
    <ClearancesOfLecturer />
  </>
)

/** The school's own people need none. */
function ClearancesOfLecturer() {
  const { id } = useParams()
  const { data: teacher } = useGetOne<Teacher>('teachers', { id: Number(id) }, { enabled: id !== undefined })
  return teacher?.kind === 'lecturer' ? <Clearances teacher={teacher} /> : null
}

export function TeacherCreate() {
  const { schoolId } = useScope()
  return (
    <CreatePage
      redirect="list"
      defaultValues={{ schoolId, kind: 'staff' }}
      transform={(data) => {
        const { isActive: _isActive, ...body } = toBody(data)
        return { schoolId: data['schoolId'], ...body }
      }}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <FormDataConsumer>
        {({ formData }) => <Fields schoolId={(formData as Partial<Teacher>).schoolId} />}
      </FormDataConsumer>
    </CreatePage>
  )
}
