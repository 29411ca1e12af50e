/** A notice begins: all approved claims that nobody has granted yet, added up by the server. */
import { maxLength, minLength, minValue, required, SelectInput, TextInput, useTranslate } from 'react-admin'
import { CreatePage, FenInput, LocalDateInput, NameSearch, presentYear, yearChoices } from '../../../shared'
import { payingLevels } from '../../entitlement/types'

// What was left empty is not sent: the server takes a missing field for "all".
const filledIn = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ''))

export function AppropriationCreate() {
  const translate = useTranslate()
  return (
    <CreatePage
      title={translate('funding.newAppropriation')}
      saveLabel="funding.draftNotice"
      saved="funding.noticeDrafted"
      transform={filledIn}
      defaultValues={{
        fiscalYear: presentYear(),
        title: translate('funding.noticeTitle', { year: presentYear() }),
      }}
      consequence={translate('funding.noticeConsequence')}
    >
      <NameSearch source="fundId" reference="funds" validate={required()} />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <TextInput source="title" validate={[required(), minLength(2), maxLength(120)]} />
      <SelectInput
        source="level"
        choices={payingLevels.map((id) => ({ id, name: `funding.levels.${id}` }))}
        helperText="funding.levelHelp"
      />
      <FenInput source="availableFen" validate={minValue(1)} helperText="funding.availableHelp" />
      <LocalDateInput source="spendByOn" />
    </CreatePage>
  )
}
