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
  useAll,
} from '../../../shared'
import { PayeeInput } from '../payees/PayeeInput'
import { expenseAccounts, peopleAccounts, type Allotment, type Payment } from '../types'

interface Given {
  allotmentId?: number
  amountFen?: number
  payeeId?: number | null
  account?: string
  lessonCount?: number | null
}

const Fields = ({ isPayeeOnly = false }: { isPayeeOnly?: boolean }) => {
  const translate = useTranslate()
  const record = useRecordContext<Payment>()
  const { schoolId } = useScope()
  const last4 = record?.payeeAccountLast4 ?? null
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
      <PayeeInput schoolId={record?.schoolId ?? schoolId} />
      <FormDataConsumer>
        {({ formData }) => ((formData as Given).payeeId ? null : <TypedPayee last4={last4} />)}
      </FormDataConsumer>
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

/** Who is paid but once may be typed here. */
function TypedPayee({ last4 }: { last4: string | null }) {
  const translate = useTranslate()
  return (
    <>
      <TextInput source="payee" validate={[required(), maxLength(80)]} />
      <TextInput
        source="payeeAccount"
        validate={[minLength(5), maxLength(60)]}
        slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'text' } }}
        helperText={last4 ? translate('funding.payeeAccountKeep', { last4 }) : 'funding.payeeAccountHelp'}
      />
      <TextInput
        source="payeeBank"
        validate={[minLength(2), maxLength(80)]}
        helperText="funding.payeeBankHelp"
      />
    </>
  )
}

/** A payee that was chosen stands for all that was typed of it; an account that was not typed again stays as it is. */
const paidTo = ({ payeeId, payee, payeeAccount, payeeBank }: Record<string, unknown>) =>
  payeeId
    ? { payeeId }
    : {
        payeeId: null,
        payee,
        ...(payeeAccount ? { payeeAccount } : {}),
        payeeBank: payeeBank || null,
      }

const typed = ({
  account,
  lessonCount,
  allotmentId,
  amountFen,
  reason,
  ...rest
}: Record<string, unknown>) => ({
  ...(allotmentId === undefined ? {} : { allotmentId }),
  amountFen,
  account,
  reason,
  ...paidTo(rest),
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
      {payment.status === 'draft' && (
        <FormDataConsumer>
          {({ formData }) => <LeftOf asked={(formData as Given).amountFen} of={payment} />}
        </FormDataConsumer>
      )}
      <Fields isPayeeOnly={payment.status === 'failed'} />
      <AttachmentsField entity="payment" entityId={payment.id} mayAdd />
    </>
  )
}

export const PaymentEdit = () => (
  <EditPage
    transform={({ amountFen, account, lessonCount, reason, status, ...rest }) =>
      status === 'failed'
        ? { reason, ...paidTo(rest) }
        : typed({ ...rest, amountFen, account, lessonCount, reason })
    }
  >
    <EditFields />
  </EditPage>
)

export function PaymentCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { data = [], error } = useAll<Allotment>('allotments', {
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
  const chosen = classes.find((each) => each.id === allotmentId)
  if (!chosen) return null
  const available = chosen.leftFen + chosen.committedFen + chosen.spentFen
  return <LeftOf asked={amountFen} of={{ ...chosen, availableFen: available }} />
}

interface LeftOfProps {
  asked: number | undefined
  of: { className: string | null; leftFen: number; availableFen: number }
}

/** What the class will have left; more than it has may still be drafted, and is said at once. */
function LeftOf({ asked = 0, of: { className, leftFen, availableFen } }: LeftOfProps) {
  const translate = useTranslate()
  if (asked > leftFen)
    return (
      <Alert severity="warning" role="status" sx={{ mb: 3 }}>
        {translate('funding.over', { left: printFen(leftFen) })}
      </Alert>
    )
  return (
    <Typography color="text.secondary" role="status" sx={{ mb: 2 }}>
      {translate('funding.afterThis', {
        class: className,
        left: printFen(leftFen - asked),
        available: printFen(availableFen),
      })}
    </Typography>
  )
}
