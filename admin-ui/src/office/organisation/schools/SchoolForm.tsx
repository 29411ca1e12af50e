/** Adding a school, and changing what may change of it: with the same limits as the server. */
import {
  BooleanInput,
  maxLength,
  minLength,
  regex,
  required,
  SelectInput,
  TextInput,
  useTranslate,
} from 'react-admin'
import { CreatePage, EditPage, LocalTimeInput, NameSearch } from '../../../shared'
import { areas, ownerships, stages } from './school'

const choices = (values: readonly string[], texts: string) =>
  values.map((id) => ({ id, name: `${texts}.${id}` }))
const name = [required(), minLength(2), maxLength(80)]
const code = [required(), regex(/^[0-9A-Z]{6,20}$/, 'organisation.schoolCodeHelp')]

const Common = () => (
  <>
    <TextInput source="name" validate={name} />
    <TextInput source="nameEn" validate={[minLength(2), maxLength(120)]} />
    <SelectInput source="area" choices={choices(areas, 'organisation.areas')} validate={required()} />
    <SelectInput
      source="ownership"
      choices={choices(ownerships, 'organisation.ownerships')}
      defaultValue="public"
      validate={required()}
    />
    <LocalTimeInput
      source="lastLessonEndTime"
      validate={required()}
      helperText="organisation.lastLessonHelp"
    />
  </>
)

export const SchoolEdit = () => (
  <EditPage>
    <Common />
    <BooleanInput source="isActive" />
  </EditPage>
)

export function SchoolCreate() {
  const translate = useTranslate()
  return (
    <CreatePage>
      <TextInput source="code" validate={code} helperText={translate('organisation.schoolCodeHelp')} />
      <SelectInput source="stage" choices={choices(stages, 'stages')} validate={required()} />
      <NameSearch source="regionId" reference="regions" validate={required()} />
      <Common />
    </CreatePage>
  )
}
