/** A spending request: whose money, for what, to whom. */
import Alert from '@mui/material/Alert'
import {
  maxLength,
  minLength,
  required,
  SelectInput,
  TextInput,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { CreatePage, EditPage, useScope, AttachmentsField, presentYear } from '../../../shared'
import { CommitmentInput } from '../commitments/CommitmentInput'
import { InvoicesInput, typedParts } from '../invoices/InvoicesInput'
import { type Payment, paymentKinds } from '../types'
import { LinesInput, typedLines } from './LinesInput'
import { PaidTo } from './PaidTo'

const kinds = paymentKinds.map((id) => ({ id, name: `funding.paymentKinds.${id}` }))

const Fields = ({ schoolId }: { schoolId: number | undefined }) => {
  const record = useRecordContext<Payment>()
  // What the bank has sent back stays what it is; only its payee and reason may be put right.
  const isFailed = record?.status === 'failed'
  return (
    <>
      {!isFailed && <InvoicesInput schoolId={schoolId} />}
      {!isFailed && (
        <SelectInput
          source="kind"
          choices={kinds}
          validate={required()}
          helperText="funding.paymentKindHelp"
        />
      )}
      <PaidTo schoolId={schoolId} last4={record?.payeeAccountLast4 ?? null} />
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

const typed = ({ kind, commitmentId, lines, invoices, reason, ...rest }: Record<string, unknown>) => ({
  kind,
  commitmentId: commitmentId || null,
  lines: typedLines(lines),
  invoices: typedParts(invoices),
  reason,
  ...paidTo(rest),
})

/** Amount, payee and lines are those of its pay list. */
function ListedFields({ payment }: { payment: Payment }) {
  const translate = useTranslate()
  return (
    <>
      <Alert severity="info" sx={{ mb: 3 }}>
        {translate('funding.ofPayList', { title: payment.payList?.title ?? '' })}
      </Alert>
      <TextInput
        source="reason"
        multiline
        minRows={2}
        validate={[required(), minLength(2), maxLength(200)]}
        helperText="funding.reasonHelp"
      />
      <AttachmentsField entity="payment" entityId={payment.id} mayAdd />
    </>
  )
}

function EditFields() {
  const payment = useRecordContext<Payment>()
  const translate = useTranslate()
  if (!payment) return null
  if (payment.payList) return <ListedFields payment={payment} />
  return (
    <>
      {payment.status === 'failed' && payment.failure && (
        <Alert
          severity="warning"
          sx={{ mb: 3 }}
        >{`${translate('resources.payments.fields.failure')}${translate('kit.colon')}${payment.failure}`}</Alert>
      )}
      {payment.status !== 'failed' && <CommitmentInput schoolId={payment.schoolId} />}
      <LinesInput
        schoolId={payment.schoolId}
        fiscalYear={payment.fiscalYear}
        isReadOnly={payment.status === 'failed'}
      />
      <Fields schoolId={payment.schoolId} />
      <AttachmentsField entity="payment" entityId={payment.id} mayAdd />
    </>
  )
}

export const PaymentEdit = () => (
  <EditPage
    transform={({ lines, reason, status, payList, ...rest }) =>
      payList
        ? { reason }
        : status === 'failed'
          ? { reason, ...paidTo(rest) }
          : typed({ ...rest, lines, reason })
    }
  >
    <EditFields />
  </EditPage>
)

export function PaymentCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      title={translate('funding.newPayment')}
      saved="funding.paymentDrafted"
      defaultValues={{ kind: 'direct', lines: [{ account: 'E500' }], invoices: [] }}
      consequence={translate('funding.paymentConsequence')}
      transform={typed}
    >
      <CommitmentInput schoolId={schoolId} />
      <LinesInput schoolId={schoolId} fiscalYear={presentYear()} />
      <Fields schoolId={schoolId} />
    </CreatePage>
  )
}
