/** A settlement begins: fund and year, or one term of it; the ledger gives the figures. */
import { required, SelectInput, useTranslate } from 'react-admin'
import { CreatePage, NameSearch, useScope, presentYear, yearChoices } from '../../../shared'

export function SettlementCreate() {
  const translate = useTranslate()
  const { schoolId, terms } = useScope()
  const transform = ({ termId, ...data }: Record<string, unknown>) => ({
    ...data,
    ...(termId ? { termId } : {}),
  })
  return (
    <CreatePage
      title={translate('funding.newSettlement')}
      saved="funding.settlementDrafted"
      transform={transform}
      defaultValues={{ fiscalYear: presentYear(), ...(schoolId === undefined ? {} : { schoolId }) }}
      consequence={translate('funding.settlementConsequence')}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <NameSearch source="fundId" reference="funds" validate={required()} />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <SelectInput
        source="termId"
        choices={terms.map(({ id, name }) => ({ id, name }))}
        translateChoice={false}
        emptyText="funding.wholeYear"
        slotProps={{ select: { displayEmpty: true } }}
      />
    </CreatePage>
  )
}
