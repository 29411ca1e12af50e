/** A child changes class, leaves and comes back: each act with its day, because counts as of a day ask it. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { Form, required, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import type { FieldValues } from 'react-hook-form'
import { ErrorNotice, LocalDateInput, NameSearch, today, useKehou, useMay, useScope } from '../../../shared'
import type { Student } from './student'

interface Move {
  readonly event: 'transfer' | 'come-back' | 'leave' | 'undo-leave' | 'correct-start'
  readonly isDangerous?: boolean
  /** What is asked for, and with what the form begins. */
  readonly asks: readonly ('homeClassId' | 'startsOn' | 'leftOn')[]
  readonly begin: (student: Student) => object
}

const here: readonly Move[] = [
  { event: 'transfer', asks: ['homeClassId', 'startsOn'], begin: () => ({ startsOn: today() }) },
  {
    event: 'correct-start',
    asks: ['startsOn'],
    begin: ({ stays }) => ({ startsOn: stays[0]?.startsOn ?? today() }),
  },
  { event: 'leave', isDangerous: true, asks: ['leftOn'], begin: () => ({ leftOn: today() }) },
]
const gone: readonly Move[] = [
  {
    event: 'come-back',
    asks: ['homeClassId', 'startsOn'],
    begin: ({ homeClassId }) => ({ homeClassId, startsOn: today() }),
  },
  { event: 'undo-leave', asks: [], begin: () => ({}) },
]

export function StudentMoves() {
  const student = useRecordContext<Student>()
  const may = useMay('student.write')
  if (!may || !student) return null
  return (student.leftOn === null ? here : gone).map((move) => (
    <MoveButton key={move.event} move={move} student={student} />
  ))
}

function MoveButton({ move, student }: { move: Move; student: Student }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const titleId = useId()
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { event, asks, isDangerous = false } = move
  const name = translate(`people.moves.${event}`)
  const send = (given: FieldValues) =>
    kehou
      .act('students', student.id, event, Object.fromEntries(asks.map((field) => [field, given[field]])))
      .then(
        () => {
          setAsking(false)
          setError(null)
          refresh()
        },
        (refusal: unknown) => setError(refusal),
      )
  return (
    <>
      <Button variant="outlined" color={isDangerous ? 'error' : 'primary'} onClick={() => setAsking(true)}>
        {name}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        aria-labelledby={titleId}
        maxWidth="xs"
        fullWidth
      >
        <Form record={move.begin(student)} onSubmit={send} noValidate>
          <DialogTitle id={titleId}>{name}</DialogTitle>
          <DialogContent>
            <Typography sx={{ mb: 4 }}>{translate(`people.movesWhy.${event}`)}</Typography>
            <Questions asks={asks} schoolId={student.schoolId} />
            <ErrorNotice error={error} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" color={isDangerous ? 'error' : 'primary'}>
              {name}
            </Button>
          </DialogActions>
        </Form>
      </Dialog>
    </>
  )
}

function Questions({ asks, schoolId }: { asks: Move['asks']; schoolId: number }) {
  const { term } = useScope()
  return (
    <>
      {asks.includes('homeClassId') && (
        <NameSearch
          source="homeClassId"
          reference="home-classes"
          label="resources.students.fields.homeClassId"
          filter={{
            schoolId,
            isActive: true,
            ...(term ? { schoolYear: term.schoolYear } : {}),
          }}
          sort={{ field: 'grade', order: 'ASC' }}
          validate={required()}
        />
      )}
      {asks.includes('startsOn') && (
        <LocalDateInput source="startsOn" label="people.startsOn" validate={required()} />
      )}
      {asks.includes('leftOn') && (
        <LocalDateInput source="leftOn" label="resources.students.fields.leftOn" validate={required()} />
      )}
    </>
  )
}
