/** A course: its category, its grades and what it is about; titles that promise drilling are refused. */
import {
  BooleanInput,
  CheckboxGroupInput,
  FormDataConsumer,
  maxLength,
  required,
  SelectInput,
  TextArrayInput,
  TextInput,
  useGetOne,
  useTranslate,
} from 'react-admin'
import { CreatePage, EditPage, NameSearch, useAnswer, useScope, useTongue } from '../../../shared'
import { roomKinds } from '../../organisation/rooms/room'
import { gradesOf, type School } from '../../organisation/schools/school'
import type { CategoryNode } from '../types'

/** Kinds with their items under them. */
function CategoryInput() {
  const tongue = useTongue()
  const { data = [] } = useAnswer<CategoryNode[]>('/api/categories/tree')
  const name = (node: CategoryNode) => (tongue === 'en' ? node.nameEn : node.name)
  const choices = data.flatMap((kind) => [
    { id: kind.id, name: name(kind) },
    ...kind.children.map((item) => ({ id: item.id, name: `${name(kind)} · ${name(item)}` })),
  ])
  return <SelectInput source="categoryId" choices={choices} translateChoice={false} validate={required()} />
}

function GradesInput({ schoolId }: { schoolId: number | undefined }) {
  const { data: school } = useGetOne<School>(
    'schools',
    { id: schoolId ?? 0 },
    { enabled: schoolId !== undefined },
  )
  if (!school) return null
  return (
    <CheckboxGroupInput
      source="grades"
      choices={gradesOf(school.stage).map((id) => ({ id, name: `organisation.grades.${id}` }))}
      validate={required()}
      helperText="catalogue.gradesHelp"
    />
  )
}

const Common = () => (
  <>
    <TextInput source="name" validate={[required(), maxLength(60)]} helperText="catalogue.titleHelp" />
    <CategoryInput />
    <FormDataConsumer>
      {({ formData }) => <GradesInput schoolId={(formData as { schoolId?: number }).schoolId} />}
    </FormDataConsumer>
    <TextInput
      source="description"
      multiline
      minRows={3}
      validate={maxLength(1000)}
      helperText="catalogue.descriptionHelp"
    />
    <CheckboxGroupInput
      source="roomKinds"
      choices={roomKinds.map((id) => ({ id, name: `organisation.roomKinds.${id}` }))}
      helperText="catalogue.roomKindsHelp"
    />
    <TextArrayInput
      source="equipment"
      parse={(value: string[] | null) => value ?? []}
      helperText="catalogue.equipmentHelp"
    />
  </>
)

export const CourseEdit = () => (
  <EditPage>
    <Common />
    <BooleanInput source="isActive" />
  </EditPage>
)

export function CourseCreate() {
  const { schoolId } = useScope()
  const translate = useTranslate()
  return (
    <CreatePage defaultValues={{ schoolId }} consequence={translate('catalogue.courseConsequence')}>
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <Common />
    </CreatePage>
  )
}
