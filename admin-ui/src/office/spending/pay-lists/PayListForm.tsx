/** A pay list: for which days, from which year's money, and whom. */
import {
  maxLength,
  minLength,
  NumberInput,
  required,
  TextInput,
  useRecordContext,
  useTranslate,
} from 'react-admin'
import {
  CreatePage,
  dateParts,
  daysInMonth,
  EditPage,
  LocalDateInput,
  presentYear,
  today,
  useScope,
} from '../../../shared'
import type { PayList } from '../types'
import { EntriesInput } from './EntriesInput'
import { entriesToSend } from './entriesToSend'

const off = { htmlInput: { autoComplete: 'off' } }

function Fields() {
  return (
    <>
      <TextInput source="title" validate={[required(), minLength(2), maxLength(100)]} slotProps={off} />
      <LocalDateInput source="startsOn" validate={required()} />
      <LocalDateInput source="endsOn" validate={required()} />
    </>
  )
}

function EditFields() {
  const list = useRecordContext<PayList>()
  if (!list) return null
  return (
    <>
      <Fields />
      <EntriesInput schoolId={list.schoolId} fiscalYear={list.fiscalYear} />
    </>
  )
}

export const PayListEdit = () => (
  <EditPage
    redirect="show"
    isWide
    transform={({ title, startsOn, endsOn, entries }) => ({
      title,
      startsOn,
      endsOn,
      entries: entriesToSend(entries),
    })}
  >
    <EditFields />
  </EditPage>
)

/** The month that is under way. */
function thisMonth() {
  const { year, month } = dateParts(today())!
  const start = `${year}-${String(month).padStart(2, '0')}`
  return { month, startsOn: `${start}-01`, endsOn: `${start}-${daysInMonth(year, month)}` }
}

export function PayListCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { month, startsOn, endsOn } = thisMonth()
  return (
    <CreatePage
      redirect="show"
      title={translate('funding.newPayList')}
      saved="funding.payListDrafted"
      defaultValues={{
        title: translate('funding.payListTitle', { month }),
        startsOn,
        endsOn,
        fiscalYear: presentYear(),
      }}
      consequence={translate('funding.payListConsequence')}
      transform={(given) => ({ ...given, schoolId })}
    >
      <Fields />
      <NumberInput source="fiscalYear" validate={required()} helperText="funding.payListYearHelp" />
    </CreatePage>
  )
}
