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
import { ListBase, useRecordContext, useTranslate } from 'react-admin'
import {
  Col,
  EmptyState,
  ErrorNotice,
  Facts,
  FigureTable,
  InstantField,
  OfficeTable,
  printDate,
  RecordPage,
  StatusChip,
  StatusCol,
  useKehou,
  useMay,
  useScope,
  useTongue,
  type Fact,
  type TabOf,
} from '../../../shared'
import { GuardianTable } from './GuardianTable'
import type { Student, UnmaskedStudent } from './student'
import { StudentMoves } from './StudentMoves'

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
          <StudentMoves />
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
  { key: 'stays', label: 'people.stays', content: (student) => <Stays stays={student.stays} /> },
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

function Stays({ stays }: { stays: Student['stays'] }) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('people.stays')}
        head={['people.stayClass', 'people.staySchoolYear', 'people.startsOn', 'people.endsOn'].map((each) =>
          translate(each),
        )}
        words={4}
        rows={stays.map((stay) => ({
          key: stay.id,
          cells: [
            stay.className,
            translate('organisation.schoolYear', { from: stay.schoolYear, to: stay.schoolYear + 1 }),
            printDate(stay.startsOn, tongue),
            stay.endsOn === null ? translate('people.stillThere') : printDate(stay.endsOn, tongue),
          ],
        }))}
      />
    </Paper>
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
