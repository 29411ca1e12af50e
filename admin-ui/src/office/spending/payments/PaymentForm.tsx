/** A spending request: whose money, for what, to whom; what the class will have left stands beside the amount. */
import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import {
  FormDataConsumer,
  maxLength,
  minLength,
  minValue,
  NumberInput,
  required,
  SelectInput,
  TextInput,
  useGetList,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import {
  CreatePage,
  EditPage,
  ErrorNotice,
  FenInput,
  printFen,
  useScope,
  AttachmentsField,
  presentYear,
} from '../../../shared'
import { expenseAccounts, peopleAccounts, type Allotment, type Payment } from '../types'

interface Given {
  allotmentId?: number
  amountFen?: number
  account?: string
  lessonCount?: number | null
}

const Fields = ({ isPayeeOnly = false }: { isPayeeOnly?: boolean }) => {
  const translate = useTranslate()
  const last4 = useRecordContext<Payment>()?.payeeAccountLast4
  return (
    <>
      <FenInput source="amountFen" validate={[required(), minValue(1)]} readOnly={isPayeeOnly} />
      <SelectInput
        source="account"
        choices={expenseAccounts.map((id) => ({ id, name: `funding.accounts.${id}` }))}
        validate={required()}
        readOnly={isPayeeOnly}
      />
      <FormDataConsumer>
        {({ formData }) => {
          const { account, amountFen, lessonCount } = formData as Given
          if (!peopleAccounts.has(account ?? '')) return null
          const rate =
            typeof amountFen === 'number' && lessonCount
              ? translate('funding.perLesson', { rate: printFen(Math.ceil(amountFen / lessonCount)) })
              : translate('funding.lessonHelp')
          return (
            <NumberInput source="lessonCount" min={1} step={1} helperText={rate} readOnly={isPayeeOnly} />
          )
        }}
      </FormDataConsumer>
      <TextInput source="payee" validate={[required(), maxLength(80)]} />
      <TextInput
        source="payeeAccount"
        validate={[minLength(5), maxLength(60)]}
        slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'text' } }}
        helperText={last4 ? translate('funding.payeeAccountKeep', { last4 }) : 'funding.payeeAccountHelp'}
      />
      <TextInput
        source="reason"
        multiline
        minRows={2}
        validate={[required(), minLength(2), maxLength(200)]}
        helperText="funding.reasonHelp"
      />
    </>
  )
}

/** An account that was not typed again stays as it is. */
const typed = ({ payeeAccount, account, lessonCount, ...rest }: Record<string, unknown>) => ({
  ...rest,
  account,
  ...(payeeAccount ? { payeeAccount } : {}),
  ...(peopleAccounts.has(String(account)) ? { lessonCount: lessonCount ?? null } : {}),
})

function EditFields() {
  const payment = useRecordContext<Payment>()
  const translate = useTranslate()
  if (!payment) return null
  return (
    <>
      {payment.status === 'failed' && payment.failure && (
        <Alert
          severity="warning"
          sx={{ mb: 3 }}
        >{`${translate('resources.payments.fields.failure')}${translate('kit.colon')}${payment.failure}`}</Alert>
      )}
      <Fields isPayeeOnly={payment.status === 'failed'} />
      <AttachmentsField entity="payment" entityId={payment.id} mayAdd />
    </>
  )
}

export const PaymentEdit = () => (
  <EditPage
    transform={({ amountFen, account, lessonCount, payee, payeeAccount, reason, status }) =>
      status === 'failed'
        ? { payee, reason, ...(payeeAccount ? { payeeAccount } : {}) }
        : typed({ amountFen, account, lessonCount, payee, payeeAccount, reason })
    }
  >
    <EditFields />
  </EditPage>
)

export function PaymentCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { data = [], error } = useGetList<Allotment>('allotments', {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'homeClassId', order: 'ASC' },
    filter: { fiscalYear: presentYear(), ...(schoolId === undefined ? {} : { schoolId }) },
  })
  const classes = data.filter((each) => each.homeClassId !== null)
  const choices = classes.map((each) => ({
    id: each.id,
    name: `${each.className} · ${each.fundName} · ${translate(`funding.purposes.${each.purpose}`)} · ${translate('funding.leftShort', { left: printFen(each.leftFen) })}`,
  }))
  return (
    <CreatePage
      title={translate('funding.newPayment')}
      saved="funding.paymentDrafted"
      defaultValues={{ account: 'E500' }}
      consequence={translate('funding.paymentConsequence')}
      transform={typed}
    >
      <ErrorNotice error={error} />
      {classes.length === 0 && (
        <Typography color="text.secondary">{translate('funding.noAllotments')}</Typography>
      )}
      <SelectInput source="allotmentId" choices={choices} translateChoice={false} validate={required()} />
      <FormDataConsumer>
        {({ formData }) => <LeftAfter given={formData as Given} classes={classes} />}
      </FormDataConsumer>
      <Fields />
    </CreatePage>
  )
}

function LeftAfter({ given: { allotmentId, amountFen }, classes }: { given: Given; classes: Allotment[] }) {
  const translate = useTranslate()
  const chosen = classes.find((each) => each.id === allotmentId)
  if (!chosen) return null
  const asked = typeof amountFen === 'number' ? amountFen : 0
  const isOver = asked > chosen.leftFen
  const available = printFen(chosen.leftFen + chosen.committedFen + chosen.spentFen)
  return (
    <Typography color={isOver ? 'error' : 'text.secondary'} role="status" sx={{ mb: 2 }}>
      {isOver
        ? translate('funding.over', { left: printFen(chosen.leftFen) })
        : translate('funding.afterThis', {
            class: chosen.className,
            left: printFen(chosen.leftFen - asked),
            available,
          })}
    </Typography>
  )
}
