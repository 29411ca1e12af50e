/** A section: course, home class or mixed, teacher, room and seats; the same limits as the server. */
import Typography from '@mui/material/Typography'
import {
  BooleanInput,
  CheckboxGroupInput,
  FormDataConsumer,
  maxLength,
  maxValue,
  minValue,
  NumberInput,
  RadioButtonGroupInput,
  required,
  TextInput,
  useGetOne,
  useTranslate,
} from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { CreatePage, EditPage, NameSearch, useScope } from '../../../shared'
import { sectionKinds, type Course } from '../types'

interface Draft {
  schoolId?: number
  courseId?: number
  kind?: string
  roomId?: number | null
  capacity?: number | null
}

const seats = [required(), minValue(1), maxValue(2000)]
const roomText = (room?: { name?: string; capacity?: number }) =>
  room?.name ? `${room.name}（${room.capacity ?? '?'}）` : ''

function GradesInput({ courseId }: { courseId: number | undefined }) {
  const { data: course } = useGetOne<Course>(
    'courses',
    { id: courseId ?? 0 },
    { enabled: courseId !== undefined },
  )
  if (!course) return null
  return (
    <CheckboxGroupInput
      source="grades"
      choices={course.grades.map((id) => ({ id, name: `organisation.grades.${id}` }))}
      helperText="catalogue.sectionGradesHelp"
    />
  )
}

/** Says before saving that the room is too small. */
function RoomHint({ roomId, capacity }: Draft) {
  const translate = useTranslate()
  const { data: room } = useGetOne<Schemas['RoomOut']>(
    'rooms',
    { id: roomId ?? 0 },
    { enabled: typeof roomId === 'number' },
  )
  if (!room || typeof roomId !== 'number') return null
  const isTooSmall = typeof capacity === 'number' && capacity > room.capacity
  return (
    <Typography
      variant="body2"
      color={isTooSmall ? 'error' : 'text.secondary'}
      role={isTooSmall ? 'alert' : undefined}
    >
      {translate(isTooSmall ? 'catalogue.roomTooSmall' : 'catalogue.roomHolds', {
        room: room.name,
        capacity: room.capacity,
      })}
    </Typography>
  )
}

function PeopleAndPlaces({ schoolId }: { schoolId: number | undefined }) {
  const ofSchool: Record<string, unknown> = schoolId === undefined ? {} : { schoolId }
  return (
    <>
      <NameSearch
        source="teacherId"
        reference="teachers"
        filter={ofSchool}
        optionText="name"
        helperText="catalogue.teacherHelp"
      />
      <NameSearch source="roomId" reference="rooms" filter={ofSchool} optionText={roomText} />
      <NumberInput source="capacity" validate={seats} />
      <FormDataConsumer>{({ formData }) => <RoomHint {...(formData as Draft)} />}</FormDataConsumer>
      <NumberInput
        source="meetingsPerWeek"
        validate={[required(), minValue(1), maxValue(14)]}
        helperText="catalogue.meetingsHelp"
      />
    </>
  )
}

export const SectionEdit = () => (
  <EditPage>
    <TextInput source="name" validate={[required(), maxLength(80)]} />
    <FormDataConsumer>
      {({ formData }) => {
        const { courseId, schoolId, kind } = formData as Draft
        return (
          <>
            {kind === 'mixed' && <GradesInput courseId={courseId} />}
            <PeopleAndPlaces schoolId={schoolId} />
          </>
        )
      }}
    </FormDataConsumer>
    <BooleanInput source="isActive" helperText="catalogue.closeHelp" />
  </EditPage>
)

const toSend = ({ kind, homeClassId, grades, ...data }: Record<string, unknown>) => ({
  ...data,
  kind,
  homeClassId: kind === 'home_class' ? homeClassId : null,
  ...(kind === 'mixed' && Array.isArray(grades) && grades.length > 0 ? { grades } : {}),
})

export function SectionCreate() {
  const { schoolId, termId, term } = useScope()
  return (
    <CreatePage
      defaultValues={{ schoolId, termId, kind: 'home_class', capacity: 45, meetingsPerWeek: 1 }}
      transform={toSend}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <FormDataConsumer>
        {({ formData }) => {
          const { courseId, kind, schoolId: school } = formData as Draft
          const ofSchool: Record<string, unknown> = school === undefined ? {} : { schoolId: school }
          return (
            <>
              <NameSearch
                source="courseId"
                reference="courses"
                filter={{ ...ofSchool, isActive: true }}
                optionText="name"
                validate={required()}
              />
              <TextInput
                source="name"
                validate={[required(), maxLength(80)]}
                helperText="catalogue.sectionNameHelp"
              />
              <RadioButtonGroupInput
                source="kind"
                choices={sectionKinds.map((id) => ({ id, name: `catalogue.kindChoices.${id}` }))}
                row={false}
                validate={required()}
              />
              {kind === 'home_class' ? (
                <NameSearch
                  source="homeClassId"
                  reference="home-classes"
                  filter={{ ...ofSchool, isActive: true, ...(term ? { schoolYear: term.schoolYear } : {}) }}
                  sort={{ field: 'grade', order: 'ASC' }}
                  optionText="name"
                  validate={required()}
                />
              ) : (
                <GradesInput courseId={courseId} />
              )}
              <PeopleAndPlaces schoolId={school} />
            </>
          )
        }}
      </FormDataConsumer>
    </CreatePage>
  )
}
