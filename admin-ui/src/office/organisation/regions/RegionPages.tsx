/** Which regions are there, and a new one below the own. */
import { maxLength, minLength, regex, required, TextInput, useTranslate } from 'react-admin'
import { Col, CreatePage, EmptyState, OfficeList } from '../../../shared'
import type { Schemas } from '../../../api/contract'

type Region = Schemas['RegionOut']

export function RegionList() {
  const translate = useTranslate()
  return (
    <OfficeList<Region>
      order={{ field: 'code', order: 'ASC' }}
      hasExport={false}
      rowClick={false}
      empty={<EmptyState why={translate('organisation.noRegions')} />}
      simple={{
        primary: (region) => region.name,
        secondary: (region) => translate(`organisation.regionLevels.${region.level}`),
        trailing: (region) => region.code,
      }}
    >
      <Col source="code" />
      <Col source="name" />
      <Col
        source="level"
        disableSort
        render={(region) => translate(`organisation.regionLevels.${region.level}`)}
      />
    </OfficeList>
  )
}

export const RegionCreate = () => (
  <CreatePage redirect="list">
    <TextInput
      source="code"
      helperText="organisation.regionCodeHelp"
      validate={[required(), regex(/^\d{2}(\d{2}){0,2}$/, 'organisation.regionCodeHelp')]}
    />
    <TextInput source="name" validate={[required(), minLength(2), maxLength(60)]} />
    <TextInput source="nameEn" validate={[minLength(2), maxLength(80)]} />
  </CreatePage>
)
