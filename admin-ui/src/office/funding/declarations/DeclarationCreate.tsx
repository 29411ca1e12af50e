/** A claim begins: the server counts the classes and multiplies; nothing is typed that is known. */
import { FormDataConsumer, maxValue, minValue, NumberInput, required, SelectInput, useTranslate } from 'react-admin'
import { CreatePage, NameSearch, useScope } from '../../../shared'
import { presentYear, yearChoices } from '../FiscalYear'

export function DeclarationCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      title={translate('funding.newDeclaration')}
      saveLabel="funding.prefill"
      saved="funding.prefilled"
      defaultValues={{ schoolId, fiscalYear: presentYear(), sharePercent: 100 }}
      transform={({ sharePercent, ...data }) => ({ ...data, serviceSharePerMille: Math.round(Number(sharePercent) * 10) })}
      consequence={translate('funding.prefillConsequence')}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <NameSearch source="fundId" reference="funds" validate={required()} helperText="funding.fundHelp" />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <FormDataConsumer>
        {() => <NumberInput source="sharePercent" label="funding.sharePercent" helperText="funding.shareHelp" min={0} max={100} validate={[required(), minValue(0), maxValue(100)]} />}
      </FormDataConsumer>
    </CreatePage>
  )
}
