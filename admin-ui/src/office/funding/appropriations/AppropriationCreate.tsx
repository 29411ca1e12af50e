/** A notice begins: all approved claims that nobody has granted yet, added up by the server. */
import { maxLength, minLength, required, SelectInput, TextInput, useTranslate } from 'react-admin'
import { CreatePage, NameSearch } from '../../../shared'
import { presentYear, yearChoices } from '../FiscalYear'

export function AppropriationCreate() {
  const translate = useTranslate()
  return (
    <CreatePage
      title={translate('funding.newAppropriation')}
      saveLabel="funding.draftNotice"
      saved="funding.noticeDrafted"
      defaultValues={{ fiscalYear: presentYear(), title: translate('funding.noticeTitle', { year: presentYear() }) }}
      consequence={translate('funding.noticeConsequence')}
    >
      <NameSearch source="fundId" reference="funds" validate={required()} />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <TextInput source="title" validate={[required(), minLength(2), maxLength(120)]} />
    </CreatePage>
  )
}
