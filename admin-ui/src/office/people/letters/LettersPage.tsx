/** The letters with which guardians activate their accounts: choose a class, make them, print them; one A4 page for each child. */
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ErrorNotice, PageHead, useKehou, useScope, useAll } from '../../../shared'
import type { HomeClass } from '../../organisation/home-classes/home-class'
import { LetterSheet, type Letter } from './LetterSheet'

export function LettersPage() {
  const translate = useTranslate()
  const kehou = useKehou()
  const { schoolId, term } = useScope()
  const [homeClassId, setHomeClassId] = useState<number | ''>('')
  const [letters, setLetters] = useState<Letter[]>([])
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { data: classes = [] } = useAll<HomeClass>('home-classes', {
    sort: { field: 'grade', order: 'ASC' },
    filter: {
      ...(schoolId === undefined ? {} : { schoolId }),
      ...(term ? { schoolYear: term.schoolYear } : {}),
    },
  })
  const chosen = classes.find((one) => one.id === homeClassId)
  const make = () => {
    if (!chosen) return
    setBusy(true)
    setError(null)
    kehou
      .call<Letter[]>('POST', '/api/activation-codes/letters', {
        schoolId: chosen.schoolId,
        homeClassId: chosen.id,
      })
      .then(setLetters, setError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Box className="no-print">
        <PageHead title={translate('letters.title')} under={translate('letters.lead')} />
        <Paper sx={{ p: 4, mb: 4, maxWidth: 640 }}>
          <ClassChoice
            value={homeClassId}
            classes={classes}
            onChange={(id) => {
              setHomeClassId(id)
              setLetters([])
            }}
          />
          {letters.length === 0 && (
            <Typography color="text.secondary" sx={{ my: 3 }}>
              {translate('letters.consequence')}
            </Typography>
          )}
          <ErrorNotice error={error} />
          {letters.length === 0 ? (
            <Button variant="contained" disabled={!chosen} loading={isBusy} onClick={make}>
              {translate('letters.make')}
            </Button>
          ) : (
            <LettersMade letters={letters} chosen={chosen} />
          )}
        </Paper>
      </Box>
      {letters.map((letter) => (
        <LetterSheet key={letter.studentId} letter={letter} />
      ))}
    </>
  )
}

function LettersMade({ letters, chosen }: { letters: Letter[]; chosen: HomeClass | undefined }) {
  const translate = useTranslate()
  return (
    <Alert
      severity="success"
      sx={{ mt: 3, alignItems: 'center' }}
      action={
        <Button variant="contained" startIcon={<PrintIcon />} onClick={() => window.print()}>
          {translate('letters.print', { count: letters.length })}
        </Button>
      }
    >
      {translate('letters.ready', { className: chosen?.name ?? '', count: letters.length })}
    </Alert>
  )
}

function ClassChoice({
  value,
  classes,
  onChange,
}: {
  value: number | ''
  classes: HomeClass[]
  onChange: (id: number) => void
}) {
  const translate = useTranslate()
  const sorted = [...classes].sort((a, b) => a.grade - b.grade || a.number - b.number)
  return (
    <TextField
      select
      fullWidth
      label={translate('letters.choose')}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {sorted.map((one) => (
        <MenuItem key={one.id} value={one.id}>
          {one.name}
        </MenuItem>
      ))}
    </TextField>
  )
}
