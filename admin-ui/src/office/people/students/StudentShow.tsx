/** Who is this child, who looks after it, and where does it go in the afternoon? What identifies stays masked until asked for. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Form, ListBase, required, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import {
  LocalDateInput,
  Col,
  EmptyState,
  ErrorNotice,
  Facts,
  InstantField,
  OfficeTable,
  printDate,
  RecordPage,
  StatusChip,
  StatusCol,
  today,
  useKehou,
  useMay,
  useScope,
  useTongue,
  type Fact,
  type TabOf,
} from '../../../shared'
import { GuardianTable } from './GuardianTable'
import type { Student, UnmaskedStudent } from './student'

export function StudentShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const label = (field: string) => translate(`resources.students.fields.${field}`)
  const yesNo = (is: boolean) => translate(is ? 'ra.boolean.true' : 'ra.boolean.false')
  const facts = (student: Student): Fact[] => [
    { label: label('className'), value: student.className },
    { label: label('sex'), value: translate(`people.sexes.${student.sex}`) },
    { label: label('studentNumber'), value: student.studentNumber },
    { label: label('bornIn'), value: student.bornIn },
    { label: label('isLeftBehind'), value: yesNo(student.isLeftBehind) },
    { label: label('isMigrantChild'), value: yesNo(student.isMigrantChild) },
    ...(student.leftOn
      ? [
          { label: label('leftOn'), value: printDate(student.leftOn, tongue) },
          {
            label: translate('kit.status'),
            value: <StatusChip status="closed" label={translate('people.left')} />,
          },
        ]
      : []),
  ]
  const [full, setFull] = useState<UnmaskedStudent | null>(null)
  return (
    <RecordPage<Student>
      title={(student) => student.name}
      facts={facts}
      actions={
        <>
          <Reveal full={full} onFull={setFull} />
          <Leave />
        </>
      }
      tabs={[
        {
          key: 'guardians',
          label: 'people.guardians',
          content: (student) => <GuardianTable guardians={student.guardians} full={full} />,
        },
        ...tabs,
      ]}
    >
      {full && <FullFacts full={full} />}
    </RecordPage>
  )
}

const tabs: TabOf<Student>[] = [
  { key: 'sections', label: 'people.sections', content: (student) => <Sections studentId={student.id} /> },
]

function FullFacts({ full }: { full: UnmaskedStudent }) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <>
      <Alert severity="info" sx={{ mb: 2 }}>
        {translate('people.revealed')}
      </Alert>
      <Facts
        facts={[
          { label: translate('resources.students.fields.studentNumber'), value: full.studentNumber },
          { label: translate('people.nationalId'), value: full.nationalId },
          {
            label: translate('resources.students.fields.bornOn'),
            value: full.bornOn && printDate(full.bornOn, tongue),
          },
          { label: translate('resources.students.fields.aidCategory'), value: full.aidCategory },
          { label: translate('people.remark'), value: full.remark },
        ]}
      />
    </>
  )
}

function Reveal({
  full,
  onFull,
}: {
  full: UnmaskedStudent | null
  onFull: (full: UnmaskedStudent | null) => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const student = useRecordContext<Student>()
  const may = useMay('student.unmask')
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (!may || !student) return null
  if (full) return <Button onClick={() => onFull(null)}>{translate('people.hide')}</Button>
  const show = () => {
    kehou.call<UnmaskedStudent>('GET', `/api/students/${student.id}/unmasked`).then(
      (answer) => {
        onFull(answer)
        setAsking(false)
      },
      (refusal: unknown) => setError(refusal),
    )
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {translate('people.reveal')}
      </Button>
      <Dialog open={isAsking} onClose={() => setAsking(false)} aria-labelledby="reveal-title" maxWidth="xs">
        <DialogTitle id="reveal-title">{translate('people.reveal')}</DialogTitle>
        <DialogContent>
          <Typography>{translate('people.revealWhy')}</Typography>
          <ErrorNotice error={error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{translate('ra.action.cancel')}</Button>
          <Button variant="contained" onClick={show}>
            {translate('people.reveal')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}

function Leave() {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const student = useRecordContext<Student>()
  const may = useMay('student.write')
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (!may || !student || student.leftOn) return null
  const leave = ({ leftOn }: FieldValues) =>
    kehou.act('students', student.id, 'leave', { leftOn: leftOn as string }).then(
      () => {
        setAsking(false)
        refresh()
      },
      (refusal: unknown) => setError(refusal),
    )
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        {translate('people.leave')}
      </Button>
      <Dialog open={isAsking} onClose={() => setAsking(false)} aria-labelledby="leave-title" maxWidth="xs">
        <Form record={{ leftOn: today() }} onSubmit={leave} noValidate>
          <DialogTitle id="leave-title">{translate('people.leave')}</DialogTitle>
          <DialogContent>
            <Typography sx={{ mb: 4 }}>{translate('people.leaveWhy')}</Typography>
            <LocalDateInput source="leftOn" label="resources.students.fields.leftOn" validate={required()} />
            <ErrorNotice error={error} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" color="error">
              {translate('people.leave')}
            </Button>
          </DialogActions>
        </Form>
      </Dialog>
    </>
  )
}

function Sections({ studentId }: { studentId: number }) {
  const translate = useTranslate()
  const { termId } = useScope()
  return (
    <ListBase
      resource="enrolments"
      filter={{ studentId, ...(termId === undefined ? {} : { termId }) }}
      perPage={50}
      disableSyncWithLocation
      storeKey={false}
      empty={<EmptyState why={translate('people.noSections')} />}
    >
      <Paper sx={{ overflow: 'hidden' }}>
        <OfficeTable
          rowClick={false}
          maxHeight={420}
          empty={<EmptyState why={translate('people.noSections')} />}
        >
          <Col source="sectionName" disableSort />
          <Col source="courseName" disableSort />
          <StatusCol disableSort />
          <Col source="createdAt" disableSort>
            <InstantField source="createdAt" />
          </Col>
        </OfficeTable>
      </Paper>
    </ListBase>
  )
}
