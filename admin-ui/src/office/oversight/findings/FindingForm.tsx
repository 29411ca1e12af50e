/** What an audit office or an inspection from outside has found: who, on which paper, what, and until when it has to be mended. */
import { maxLength, minLength, required, SelectInput, TextInput, useTranslate } from 'react-admin'
import {
  CreatePage,
  EditPage,
  FenInput,
  LocalDateInput,
  NameSearch,
  presentYear,
  useScope,
  yearChoices,
} from '../../../shared'
import { problems } from './FindingList'

const kinds = problems.map((id) => ({ id, name: `findings.problems.${id}` }))
const off = { htmlInput: { autoComplete: 'off' } }

function Fields() {
  return (
    <>
      <TextInput
        source="institution"
        validate={[required(), minLength(2), maxLength(80)]}
        slotProps={off}
        helperText="findings.institutionHelp"
      />
      <TextInput source="documentNumber" validate={[minLength(2), maxLength(60)]} slotProps={off} />
      <LocalDateInput source="foundOn" validate={required()} />
      <SelectInput source="problem" choices={kinds} validate={required()} />
      <TextInput
        source="text"
        multiline
        minRows={3}
        validate={[required(), minLength(2), maxLength(1000)]}
        helperText="findings.textHelp"
      />
      <FenInput source="amountFen" helperText="findings.amountHelp" />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <LocalDateInput source="dueOn" validate={required()} />
    </>
  )
}

const cleaned = (data: Record<string, unknown>) => {
  const { institution, documentNumber, foundOn, problem, text, amountFen, fiscalYear, dueOn } = data
  return {
    institution,
    documentNumber: documentNumber || null,
    foundOn,
    problem,
    text,
    amountFen: amountFen ?? null,
    fiscalYear,
    dueOn,
  }
}

export function FindingCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      title={translate('findings.new')}
      redirect="show"
      saved="findings.entered"
      defaultValues={{ schoolId, fiscalYear: presentYear() }}
      consequence={translate('findings.enterConsequence')}
      transform={(data) => ({ ...cleaned(data), schoolId: data['schoolId'] })}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <Fields />
    </CreatePage>
  )
}

export function FindingEdit() {
  const translate = useTranslate()
  return (
    <EditPage title={translate('findings.change')} redirect="show" transform={cleaned}>
      <Fields />
    </EditPage>
  )
}
