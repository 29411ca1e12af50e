/** A kind, or an item under a kind. */
import { maxLength, minValue, NumberInput, regex, required, TextInput } from 'react-admin'
import { CreatePage, EditPage, NameSearch, useActor, useTongue } from '../../../shared'
import type { Category } from '../types'

const code = [required(), regex(/^[A-Z0-9_]{2,30}$/, 'catalogue.codeHelp')]

const Common = () => (
  <>
    <TextInput source="name" validate={[required(), maxLength(60)]} />
    <TextInput source="nameEn" validate={[required(), maxLength(80)]} />
    <NumberInput source="position" validate={[required(), minValue(0)]} helperText="catalogue.positionHelp" />
  </>
)

export const CategoryEdit = () => (
  <EditPage redirect="list">
    <Common />
  </EditPage>
)

export function CategoryCreate() {
  const actor = useActor()
  const tongue = useTongue()
  const nameOf = (category?: Category) => (tongue === 'en' ? category?.nameEn : category?.name) ?? ''
  return (
    <CreatePage redirect="list" defaultValues={{ regionCode: actor?.regionCode, position: 100 }}>
      <NameSearch
        source="parentId"
        reference="categories"
        optionText={nameOf}
        helperText="catalogue.parentHelp"
      />
      <TextInput source="code" validate={code} helperText="catalogue.codeHelp" />
      <TextInput source="nationalCode" validate={code} helperText="catalogue.nationalCodeHelp" />
      <Common />
    </CreatePage>
  )
}
