/** A slot; what lies outside the policy is refused with the name of the rule. */
import Alert from '@mui/material/Alert'
import { required, SelectInput, useGetOne, useTranslate } from 'react-admin'
import { CreatePage, EditPage, LocalTimeInput, useScope } from '../../../shared'
import type { School } from '../../organisation/schools/school'
import { serviceTypes } from '../types'

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((id) => ({ id, name: `weekdays.${id}` }))
const types = serviceTypes.map((id) => ({ id, name: `timetabling.serviceTypes.${id}` }))

function Fields() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { data: school } = useGetOne<School>(
    'schools',
    { id: schoolId ?? 0 },
    { enabled: schoolId !== undefined },
  )
  return (
    <>
      {school && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('timetabling.policy', { time: school.lastLessonEndTime })}
        </Alert>
      )}
      <SelectInput source="weekday" choices={weekdays} validate={required()} />
      <LocalTimeInput source="startTime" validate={required()} />
      <LocalTimeInput source="endTime" validate={required()} />
      <SelectInput source="serviceType" choices={types} validate={required()} />
    </>
  )
}

export function SlotEdit() {
  const translate = useTranslate()
  return (
    <EditPage redirect="list" consequence={translate('timetabling.slotConsequence')}>
      <Fields />
    </EditPage>
  )
}

export function SlotCreate() {
  const { schoolId, termId } = useScope()
  return (
    <CreatePage redirect="list" defaultValues={{ schoolId, termId, serviceType: 'after_school' }}>
      <Fields />
    </CreatePage>
  )
}
