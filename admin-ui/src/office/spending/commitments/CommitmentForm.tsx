/** What a contract or purchase says: with whom, from when to when, from whose money. */
import {
  maxLength,
  minLength,
  required,
  SelectInput,
  TextInput,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import { CreatePage, EditPage, LocalDateInput, presentYear, useScope } from '../../../shared'
import { PayeeInput } from '../payees/PayeeInput'
import { LinesInput } from '../payments/LinesInput'
import { type Commitment, type CommitmentLine, commitmentKinds } from '../types'

const kinds = commitmentKinds.map((id) => ({ id, name: `funding.commitmentKinds.${id}` }))
const off = { htmlInput: { autoComplete: 'off' } }

function Fields({ schoolId, fiscalYear }: { schoolId: number | undefined; fiscalYear: number }) {
  return (
    <>
      <SelectInput source="kind" choices={kinds} validate={required()} />
      <TextInput source="number" validate={[required(), maxLength(40)]} slotProps={off} />
      <TextInput source="title" validate={[required(), minLength(2), maxLength(100)]} slotProps={off} />
      <PayeeInput schoolId={schoolId} isRequired />
      <LocalDateInput source="signedOn" validate={required()} />
      <LocalDateInput source="endsOn" validate={required()} />
      <LinesInput schoolId={schoolId} fiscalYear={fiscalYear} hasLessons={false} />
    </>
  )
}

const typed = ({ kind, number, title, payeeId, signedOn, endsOn, lines }: Record<string, unknown>) => ({
  kind,
  number,
  title,
  payeeId,
  signedOn,
  endsOn,
  lines: (lines as CommitmentLine[]).map(({ allotmentId, account, amountFen }) => ({
    allotmentId,
    account,
    amountFen,
  })),
})

function EditFields() {
  const commitment = useRecordContext<Commitment>()
  return commitment ? <Fields schoolId={commitment.schoolId} fiscalYear={commitment.fiscalYear} /> : null
}

export const CommitmentEdit = () => (
  <EditPage redirect="show" transform={typed}>
    <EditFields />
  </EditPage>
)

export function CommitmentCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      redirect="show"
      title={translate('funding.newCommitment')}
      saved="funding.commitmentDrafted"
      defaultValues={{ kind: 'contract', lines: [{ account: 'E520' }] }}
      consequence={translate('funding.commitmentConsequence')}
      transform={typed}
    >
      <Fields schoolId={schoolId} fiscalYear={presentYear()} />
    </CreatePage>
  )
}
