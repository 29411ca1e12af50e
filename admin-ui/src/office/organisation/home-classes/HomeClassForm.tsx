import {
  FormDataConsumer,
  maxLength,
  maxValue,
  minValue,
  NumberInput,
  required,
  SelectInput,
  TextInput,
  useRecordContext,
} from 'react-admin'
import { CreatePage, EditPage, LocalDateInput, NameSearch, useScope } from '../../../shared'
import { grades, type HomeClass } from './home-class'

const RoomOfSchool = ({ schoolId }: { schoolId: number | undefined }) => (
  <NameSearch
    source="homeRoomId"
    reference="rooms"
    filter={schoolId === undefined ? {} : { schoolId }}
    disabled={schoolId === undefined}
  />
)

function EditFields() {
  const homeClass = useRecordContext<HomeClass>()
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(30)]} />
      <RoomOfSchool schoolId={homeClass?.schoolId} />
      <LocalDateInput source="startsOn" validate={required()} helperText="organisation.classStartsOnHelp" />
      <LocalDateInput source="endsOn" helperText="organisation.classEndsOnHelp" />
    </>
  )
}

export const HomeClassEdit = () => (
  <EditPage redirect="list">
    <EditFields />
  </EditPage>
)

export function HomeClassCreate() {
  const { schoolId, term } = useScope()
  return (
    <CreatePage
      redirect="list"
      defaultValues={{ schoolId, schoolYear: term?.schoolYear }}
      transform={(data) =>
        Object.fromEntries(
          Object.entries(data)
            .map(([key, value]) => [key, key === 'grade' ? Number(value) : value])
            .filter(([, value]) => value !== '' && value !== null),
        )
      }
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <NumberInput
        source="schoolYear"
        validate={[required(), minValue(2000), maxValue(2100)]}
        format={(year?: number) => (year === undefined ? '' : String(year))}
      />
      <SelectInput
        source="grade"
        choices={grades.map((id) => ({ id, name: `organisation.grades.${id}` }))}
        validate={required()}
      />
      <NumberInput source="number" validate={[required(), minValue(1), maxValue(60)]} min={1} max={60} />
      <TextInput source="name" validate={maxLength(30)} helperText="organisation.classNameHelp" />
      <LocalDateInput source="startsOn" helperText="organisation.classStartsOnHelp" />
      <FormDataConsumer>
        {({ formData }) => <RoomOfSchool schoolId={(formData as Partial<HomeClass>).schoolId} />}
      </FormDataConsumer>
    </CreatePage>
  )
}
