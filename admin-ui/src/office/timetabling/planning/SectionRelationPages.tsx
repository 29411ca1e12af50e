/** Which sections run at the same time, and which never do? */
import { maxLength, minLength, required, SelectInput, TextInput, useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import { Col, CreatePage, EditPage, EmptyState, NameSearch, OfficeList, useScope } from '../../../shared'
import type { SectionRelation } from '../types'

const kinds = allOf<SectionRelation['kind']>()(['parallel', 'not_parallel']).map((id) => ({
  id,
  name: `planning.relationKinds.${id}`,
}))

export function SectionRelationList() {
  const translate = useTranslate()
  const names = (relation: Pick<SectionRelation, 'sectionNames'>) =>
    relation.sectionNames.join(translate('kit.comma'))
  return (
    <OfficeList<SectionRelation>
      scope={['school', 'term']}
      order={{ field: 'kind', order: 'ASC' }}
      hasSearch={false}
      hasExport={false}
      rowClick="edit"
      empty={
        <EmptyState why={translate('planning.noRelations')} next={translate('planning.noRelationsNext')} />
      }
      simple={{
        primary: (relation) => names(relation),
        secondary: (relation) => translate(`planning.relationKinds.${relation.kind}`),
      }}
    >
      <Col
        source="kind"
        render={(relation) => translate(`planning.relationKinds.${String(relation.kind)}`)}
      />
      <Col source="sectionIds" disableSort render={(relation) => names(relation as SectionRelation)} />
      <Col source="note" disableSort />
    </OfficeList>
  )
}

function Fields() {
  const { schoolId, termId } = useScope()
  return (
    <>
      <SelectInput source="kind" choices={kinds} validate={required()} helperText="planning.relationHelp" />
      <NameSearch
        isMany
        source="sectionIds"
        reference="sections"
        filter={{
          ...(schoolId === undefined ? {} : { schoolId }),
          ...(termId === undefined ? {} : { termId }),
          isActive: true,
        }}
        sort={{ field: 'name', order: 'ASC' }}
        validate={[required(), minLength(2, 'planning.twoSections')]}
      />
      <TextInput
        source="note"
        validate={maxLength(120)}
        helperText="planning.relationNoteHelp"
        parse={(value: string) => (value === '' ? null : value)}
      />
    </>
  )
}

const bodyOf = ({ kind, sectionIds, note }: Record<string, unknown>) => ({
  kind,
  sectionIds,
  note: note ?? null,
})

export const SectionRelationEdit = () => (
  <EditPage redirect="list" transform={bodyOf}>
    <Fields />
  </EditPage>
)

export function SectionRelationCreate() {
  const { schoolId, termId } = useScope()
  return (
    <CreatePage
      redirect="list"
      defaultValues={{ kind: 'parallel' }}
      transform={(data) => ({ ...bodyOf(data), schoolId, termId })}
    >
      <Fields />
    </CreatePage>
  )
}
