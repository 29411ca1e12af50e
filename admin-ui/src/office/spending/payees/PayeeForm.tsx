/** Whom a school pays: name, account and bank; an account that is not typed again stays as it is. */
import {
  BooleanInput,
  maxLength,
  minLength,
  regex,
  required,
  SelectInput,
  TextInput,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { CreatePage, EditPage, NameSearch, useScope } from '../../../shared'
import { type Payee, payeeKinds } from '../types'

const kinds = payeeKinds.map((id) => ({ id, name: `funding.payeeKinds.${id}` }))
const off = { htmlInput: { autoComplete: 'off' } }

export function PayeeFields() {
  const translate = useTranslate()
  const last4 = useRecordContext<Payee>()?.accountLast4
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(80)]} slotProps={off} />
      <SelectInput source="kind" choices={kinds} validate={required()} />
      <TextInput
        source="account"
        validate={[...(last4 ? [] : [required()]), minLength(5), maxLength(60)]}
        slotProps={off}
        helperText={last4 ? translate('funding.accountKeep', { last4 }) : 'funding.accountHelp'}
      />
      <TextInput source="bankName" validate={[required(), minLength(2), maxLength(80)]} slotProps={off} />
      <TextInput
        source="bankCode"
        validate={regex(/^[\d\s]{12,16}$/, 'funding.bankCodeHelp')}
        slotProps={off}
        helperText="funding.bankCodeHelp"
      />
    </>
  )
}

const typed = ({ account, bankCode, ...rest }: Record<string, unknown>) => ({
  ...rest,
  bankCode: bankCode || null,
  ...(account ? { account } : {}),
})

export const PayeeEdit = () => (
  <EditPage
    redirect="show"
    transform={({ name, kind, account, bankName, bankCode, isActive }) =>
      typed({ name, kind, account, bankName, bankCode, isActive })
    }
  >
    <PayeeFields />
    <BooleanInput source="isActive" />
  </EditPage>
)

export function PayeeCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      redirect="show"
      defaultValues={{ schoolId, kind: 'unit' }}
      consequence={translate('funding.payeeConsequence')}
      transform={typed}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <PayeeFields />
    </CreatePage>
  )
}
