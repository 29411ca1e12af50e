/** What is this section: who teaches it where, who is in it, when does it meet? */
import ListIcon from '@mui/icons-material/FormatListNumberedOutlined'
import AddIcon from '@mui/icons-material/PersonAddAltOutlined'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import type { ReactNode } from 'react'
import { ListBase, useListContext, useRecordContext, useTranslate, type RaRecord } from 'react-admin'
import { Link } from 'react-router'
import {
  ActionBar,
  Col,
  DateCol,
  EmptyState,
  LocalTimeField,
  OfficeTable,
  printCount,
  RecordPage,
  StatusChip,
  StatusCol,
  useMay,
  type Fact,
  type TabOf,
} from '../../../shared'
import type { Section } from '../types'
import { useCategoryWords, useGradeWords } from '../words'

export function SectionShow() {
  const translate = useTranslate()
  const category = useCategoryWords()
  const grades = useGradeWords()
  const label = (field: string) => translate(`resources.sections.fields.${field}`)
  const missing = translate('catalogue.notSet')
  const facts = (section: Section): Fact[] => [
    { label: label('courseName'), value: `${section.courseName}（${category(section)}）` },
    {
      label: label('kind'),
      value: section.homeClassName ?? `${translate('catalogue.kinds.mixed')} · ${grades(section.grades)}`,
    },
    {
      label: label('teacherName'),
      value: section.teacherName ?? <StatusChip status="waiting" label={missing} />,
    },
    { label: label('roomName'), value: section.roomName ?? <StatusChip status="waiting" label={missing} /> },
    {
      label: translate('catalogue.seats'),
      value: translate('catalogue.seatsTaken', {
        taken: printCount(section.enrolledCount),
        capacity: printCount(section.capacity),
      }),
    },
    { label: label('meetingsPerWeek'), value: printCount(section.meetingsPerWeek) },
    ...(section.isActive ? [] : [{ label: label('isActive'), value: <StatusChip status="inactive" /> }]),
  ]
  return (
    <RecordPage<Section>
      title={(section) => section.name}
      facts={facts}
      tabs={tabs}
      actions={<SectionActs />}
    />
  )
}

function SectionActs() {
  const translate = useTranslate()
  const section = useRecordContext<Section>()
  const mayEnrol = useMay('enrolment.write')
  const maySee = useMay('enrolment.read')
  if (!section) return null
  return (
    <>
      {maySee && (
        <Button
          component={Link}
          to={`/sections/${section.id}/class-list`}
          variant="outlined"
          startIcon={<ListIcon />}
        >
          {translate('enrolment.classList')}
        </Button>
      )}
      {mayEnrol && section.isActive && (
        <Button
          component={Link}
          to={`/enrolments/enrol?section=${section.id}`}
          variant="contained"
          startIcon={<AddIcon />}
        >
          {translate('enrolment.enrol')}
        </Button>
      )}
    </>
  )
}

const tabs: TabOf<Section>[] = [
  { key: 'students', label: 'enrolment.students', content: (section) => <Students section={section} /> },
  { key: 'sessions', label: 'menu.sessions', content: (section) => <Sessions section={section} /> },
]

function Students({ section }: { section: Section }) {
  const translate = useTranslate()
  const maySee = useMay('enrolment.read')
  if (!maySee) return <EmptyState why={translate('enrolment.mayNotSee')} />
  return (
    <ListBase
      resource="enrolments"
      filter={{ sectionId: section.id }}
      sort={{ field: 'className', order: 'ASC' }}
      perPage={200}
      disableSyncWithLocation
      storeKey={false}
    >
      <Paper sx={{ overflow: 'hidden' }}>
        <Rows why={translate('enrolment.nobodyIn')} next={translate('enrolment.nobodyInNext')}>
          <Col source="studentName" />
          <Col source="className" />
          <Col source="sex" disableSort render={(row) => translate(`enrolment.sexes.${row.sex}`)} />
          <DateCol source="startsOn" />
          <DateCol source="endsOn" disableSort />
          <StatusCol disableSort />
          <Col
            source="actions"
            disableSort
            render={(row) => (
              <ActionBar
                resource="enrolments"
                record={row as RaRecord}
                events={{ end: { isDangerous: true } }}
              />
            )}
          />
        </Rows>
      </Paper>
    </ListBase>
  )
}

const Sessions = ({ section }: { section: Section }) => {
  const translate = useTranslate()
  return (
    <ListBase
      resource="sessions"
      filter={{ sectionId: section.id }}
      sort={{ field: 'heldOn', order: 'ASC' }}
      perPage={200}
      disableSyncWithLocation
      storeKey={false}
    >
      <Paper sx={{ overflow: 'hidden' }}>
        <Rows why={translate('sessions.noSessions')} next={translate('sessions.noSessionsNext')}>
          <DateCol source="heldOn" />
          <Col source="startTime">
            <LocalTimeField source="startTime" until="endTime" />
          </Col>
          <Col source="teacherName" />
          <Col source="roomName" />
          <StatusCol />
          <Col source="reason" disableSort />
        </Rows>
      </Paper>
    </ListBase>
  )
}

function Rows({ why, next, children }: { why: string; next: string; children: ReactNode }) {
  const { total, isPending } = useListContext()
  if (!isPending && total === 0) return <EmptyState why={why} next={next} />
  return (
    <OfficeTable rowClick={false} maxHeight={560}>
      {children}
    </OfficeTable>
  )
}
