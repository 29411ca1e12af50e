/** A new standard: earlier ones stay in force for what was declared by them. */
import { maxLength, maxValue, minLength, minValue, NumberInput, regex, required, SelectInput, TextInput, useTranslate } from 'react-admin'
import { CreatePage, FenInput, LocalDateInput, NameSearch } from '../../../shared'

const stages = ['primary', 'junior_secondary'].map(id => ({ id, name: `stages.${id}` }))

export function StandardCreate() {
  const translate = useTranslate()
  return (
    <CreatePage redirect="list" defaultValues={{ months: 12, countDay: '09-30' }} consequence={translate('funding.standardConsequence')} transform={data => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ''))}>
      <NameSearch source="fundId" reference="funds" label="resources.funding-standards.fields.fundName" validate={required()} />
      <SelectInput source="stage" choices={stages} validate={required()} />
      <FenInput source="amountFen" validate={[required(), minValue(1)]} helperText="funding.units.per_class_year" />
      <NumberInput source="months" min={1} max={12} validate={[required(), minValue(1), maxValue(12)]} />
      <TextInput source="countDay" helperText="funding.countDayHelp" validate={[required(), regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2\d|30)$/, 'funding.countDayHelp')]} />
      <LocalDateInput source="validFromOn" validate={required()} />
      <LocalDateInput source="validToOn" />
      <TextInput source="issuer" validate={[required(), minLength(2), maxLength(80)]} />
      <TextInput source="documentNumber" validate={[required(), minLength(2), maxLength(60)]} />
    </CreatePage>
  )
}
