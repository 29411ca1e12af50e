/** A spending request: whose money, for what, to whom; what the class has left stands beside the amount. */
import Typography from '@mui/material/Typography'
import { FormDataConsumer, maxLength, minLength, minValue, required, SelectInput, TextInput, useGetList, useTranslate } from 'react-admin'
import { CreatePage, EditPage, ErrorNotice, FenInput, printFen, useScope } from '../../../shared'
import { presentYear } from '../FiscalYear'
import { type Allotment, expenseAccounts } from '../types'

const Fields = () => (
  <>
    <FenInput source="amountFen" validate={[required(), minValue(1)]} />
    <SelectInput source="account" choices={expenseAccounts.map(id => ({ id, name: `funding.accounts.${id}` }))} validate={required()} />
    <TextInput source="payee" validate={[required(), maxLength(80)]} />
    <TextInput source="reason" multiline minRows={2} validate={[required(), minLength(2), maxLength(200)]} helperText="funding.reasonHelp" />
  </>
)

export const PaymentEdit = () => (
  <EditPage transform={({ amountFen, account, payee, reason }) => ({ amountFen, account, payee, reason })}>
    <Fields />
  </EditPage>
)

export function PaymentCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { data = [], error } = useGetList<Allotment>('allotments', { pagination: { page: 1, perPage: 200 }, sort: { field: 'homeClassId', order: 'ASC' }, filter: { fiscalYear: presentYear(), ...(schoolId === undefined ? {} : { schoolId }) } })
  const choices = data.map(each => ({ id: each.id, name: `${each.className} · ${each.fundName} · ${translate(`funding.purposes.${each.purpose}`)} · ${translate('funding.leftShort', { left: printFen(each.leftFen) })}` }))
  const leftOf = (id: unknown) => data.find(each => each.id === id)?.leftFen
  return (
    <CreatePage title={translate('funding.newPayment')} saved="funding.paymentDrafted" defaultValues={{ account: 'E500' }} consequence={translate('funding.paymentConsequence')}>
      <ErrorNotice error={error} />
      {data.length === 0 && <Typography color="text.secondary">{translate('funding.noAllotments')}</Typography>}
      <SelectInput source="allotmentId" choices={choices} translateChoice={false} validate={required()} />
      <FormDataConsumer>
        {({ formData }) => {
          const { allotmentId, amountFen } = formData as { allotmentId?: number; amountFen?: number }
          const left = leftOf(allotmentId)
          if (left === undefined) return null
          const isOver = typeof amountFen === 'number' && amountFen > left
          return (
            <Typography color={isOver ? 'error' : 'text.secondary'} role={isOver ? 'alert' : undefined}>
              {translate(isOver ? 'funding.over' : 'funding.leftNow', { left: printFen(left) })}
            </Typography>
          )
        }}
      </FormDataConsumer>
      <Fields />
    </CreatePage>
  )
}
