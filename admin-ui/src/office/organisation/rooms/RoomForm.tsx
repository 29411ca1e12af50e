import {
  maxLength,
  maxValue,
  minValue,
  NumberInput,
  required,
  SelectInput,
  TextArrayInput,
  TextInput,
} from 'react-admin'
import { CreatePage, EditPage, NameSearch, useScope } from '../../../shared'
import { roomKinds } from './room'

const Fields = () => (
  <>
    <TextInput source="name" validate={[required(), maxLength(60)]} />
    <TextInput source="code" validate={maxLength(30)} />
    <SelectInput
      source="kind"
      choices={roomKinds.map((id) => ({ id, name: `organisation.roomKinds.${id}` }))}
      validate={required()}
    />
    <NumberInput source="capacity" validate={[required(), minValue(1), maxValue(2000)]} min={1} max={2000} />
    <TextArrayInput
      source="equipment"
      parse={(value: string[] | null) => value ?? []}
      helperText="organisation.equipmentHelp"
    />
  </>
)

export const RoomEdit = () => (
  <EditPage redirect="list">
    <Fields />
  </EditPage>
)

export function RoomCreate() {
  const { schoolId } = useScope()
  return (
    <CreatePage redirect="list" defaultValues={{ schoolId, kind: 'classroom' }}>
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <Fields />
    </CreatePage>
  )
}
