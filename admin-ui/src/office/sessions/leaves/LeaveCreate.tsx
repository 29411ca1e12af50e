/** Who is away from when to when? Twenty seconds: a name, a day, a kind. */
import { maxLength, required, SelectInput, TextInput, useTranslate } from 'react-admin'
import { allOf, type Schemas } from '../../../api/contract'
import { CreatePage, LocalDateInput, NameSearch, today, useMay, useScope } from '../../../shared'

const kinds = allOf<Schemas['TeacherLeaveOut']['kind']>()(['sick', 'official', 'personal']).map((id) => ({
  id,
  name: `leaves.kinds.${id}`,
}))

/** A leave of one day needs no second date. */
const toBody = ({
  teacherId,
  fromOn,
  toOn,
  kind,
  remark,
}: Record<string, unknown>): Record<string, unknown> => ({
  ...(teacherId === undefined || teacherId === null || teacherId === '' ? {} : { teacherId }),
  fromOn,
  toOn: toOn ?? fromOn,
  kind,
  ...(remark ? { remark } : {}),
})

export function LeaveCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const mayRecord = useMay('substitution.approve')
  return (
    <CreatePage
      title={translate(mayRecord ? 'leaves.record' : 'leaves.ask')}
      redirect="show"
      transform={toBody}
      defaultValues={{ fromOn: today(), kind: 'sick' }}
      saved="leaves.recorded"
      consequence={translate('leaves.consequence')}
    >
      {mayRecord && (
        <NameSearch
          source="teacherId"
          reference="teachers"
          filter={{ isActive: true, ...(schoolId === undefined ? {} : { schoolId }) }}
          sort={{ field: 'name', order: 'ASC' }}
          validate={required()}
        />
      )}
      <LocalDateInput source="fromOn" validate={required()} />
      <LocalDateInput source="toOn" />
      <SelectInput
        source="kind"
        choices={kinds}
        validate={required()}
        helperText={translate('leaves.recordHelp')}
      />
      <TextInput source="remark" validate={maxLength(200)} />
    </CreatePage>
  )
}
