/** What is this course about, and in which sections is it taught this term? */
import AddIcon from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import { ListBase, useListContext, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  Col,
  EmptyState,
  NumberCol,
  OfficeTable,
  RecordPage,
  StatusChip,
  useMay,
  useScope,
  type Fact,
  type TabOf,
} from '../../../shared'
import type { Course } from '../types'
import { CourseLeaders } from './CourseLeaders'
import { useCategoryWords, useGradeWords } from '../words'

export function CourseShow() {
  const translate = useTranslate()
  const category = useCategoryWords()
  const grades = useGradeWords()
  const label = (field: string) => translate(`resources.courses.fields.${field}`)
  const facts = (course: Course): Fact[] => [
    { label: label('categoryId'), value: category(course) },
    { label: label('grades'), value: grades(course.grades) },
    ...(course.roomKinds.length > 0
      ? [
          {
            label: label('roomKinds'),
            value: course.roomKinds
              .map((kind) => translate(`organisation.roomKinds.${kind}`))
              .join(translate('kit.comma')),
          },
        ]
      : []),
    ...(course.equipment.length > 0
      ? [{ label: label('equipment'), value: course.equipment.join(translate('kit.comma')) }]
      : []),
    { label: label('description'), value: course.description || '–' },
    ...(course.isActive ? [] : [{ label: label('isActive'), value: <StatusChip status="inactive" /> }]),
  ]
  return (
    <RecordPage<Course> title={(course) => course.name} facts={facts} tabs={tabs} actions={<AddSection />} />
  )
}

function AddSection() {
  const translate = useTranslate()
  if (!useMay('course.write')) return null
  return (
    <Button component={Link} to="/sections/create" variant="contained" startIcon={<AddIcon />}>
      {translate('ra.action.create_item', { item: translate('resources.sections.name', { smart_count: 1 }) })}
    </Button>
  )
}

const tabs: TabOf<Course>[] = [
  { key: 'sections', label: 'menu.sections', content: (course) => <Sections course={course} /> },
  {
    key: 'leaders',
    label: 'planning.leaders',
    content: (course) => <CourseLeaders courseId={course.id} schoolId={course.schoolId} />,
  },
]

function Sections({ course }: { course: Course }) {
  const { termId } = useScope()
  return (
    <ListBase
      resource="sections"
      filter={{ courseId: course.id, ...(termId === undefined ? {} : { termId }) }}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={200}
      disableSyncWithLocation
      storeKey={false}
    >
      <Paper sx={{ overflow: 'hidden' }}>
        <SectionRows />
      </Paper>
    </ListBase>
  )
}

function SectionRows() {
  const translate = useTranslate()
  const { total } = useListContext()
  if (total === 0)
    return (
      <EmptyState
        why={translate('catalogue.courseWithoutSections')}
        next={translate('catalogue.courseWithoutSectionsNext')}
      />
    )
  return (
    <OfficeTable rowClick="show" maxHeight={480}>
      <Col source="name" />
      <Col source="teacherName" />
      <Col source="roomName" />
      <NumberCol source="enrolledCount" />
      <NumberCol source="capacity" />
    </OfficeTable>
  )
}
