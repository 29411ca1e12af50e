/** What stands on an invoice: code and number, who issued it, when and for how much. */
import { maxLength, minLength, minValue, regex, required, TextInput, useTranslate } from 'react-admin'
import { CreatePage, EditPage, FenInput, LocalDateInput, NameSearch, useScope } from '../../../shared'

const off = { htmlInput: { autoComplete: 'off' } }

export const InvoiceFields = () => (
  <>
    <TextInput
      source="number"
      validate={[required(), regex(/^[\p{L}\p{N}\s]{6,30}$/u, 'funding.invoiceNumberHelp')]}
      slotProps={off}
      helperText="funding.invoiceNumberHelp"
    />
    <TextInput source="code" validate={maxLength(20)} slotProps={off} helperText="funding.invoiceCodeHelp" />
    <TextInput
      source="seller"
      validate={[required(), minLength(2), maxLength(80)]}
      slotProps={off}
      helperText="funding.sellerHelp"
    />
    <LocalDateInput source="issuedOn" validate={required()} />
    <FenInput
      source="amountFen"
      validate={[required(), minValue(1)]}
      helperText="funding.invoiceAmountHelp"
    />
  </>
)

const typed = ({ schoolId, code, number, seller, issuedOn, amountFen }: Record<string, unknown>) => ({
  ...(schoolId === undefined ? {} : { schoolId }),
  code: code || null,
  number,
  seller,
  issuedOn,
  amountFen,
})

export const InvoiceEdit = () => (
  <EditPage redirect="show" transform={({ schoolId: _schoolId, ...given }) => typed(given)}>
    <InvoiceFields />
  </EditPage>
)

export function InvoiceCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      redirect="show"
      title={translate('funding.newInvoice')}
      defaultValues={{ schoolId }}
      consequence={translate('funding.invoiceConsequence')}
      transform={typed}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <InvoiceFields />
    </CreatePage>
  )
}
