/** Rows that may be a child who is known already, with another number: a person says which. */
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { printCount } from '../../../shared'
import type { Decision, Doubt, ImportRun } from './import-run'

interface Props {
  run: ImportRun
  isBusy: boolean
  onDecide: (rows: Decision[]) => void
}

const answers = ['same', 'other'] as const

export function DoubtTable({ run, isBusy, onDecide }: Props) {
  const translate = useTranslate()
  const { doubts } = run
  if (doubts.length === 0) return null
  const open = doubts.filter(({ decision }) => decision === null)
  return (
    <Paper sx={{ mb: 4, overflow: 'hidden' }}>
      <Typography variant="h2" sx={{ px: 4, pt: 3 }}>
        {translate('exchange.doubtsTitle', { count: printCount(doubts.length) })}
      </Typography>
      <Typography color="text.secondary" sx={{ px: 4, py: 2 }}>
        {translate('exchange.doubtsLead')}
      </Typography>
      <TableContainer sx={{ maxHeight: 480 }} tabIndex={0}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              {['row', 'inTheFile', 'inTheRecords', 'decision'].map((key) => (
                <TableCell key={key}>{translate(`exchange.${key}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {doubts.map((doubt) => (
              <DoubtRow
                key={`${doubt.sheet} ${doubt.row}`}
                doubt={doubt}
                isBusy={isBusy}
                onDecide={onDecide}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {open.length > 1 && (
        <Button
          disabled={isBusy}
          sx={{ mx: 4, my: 2 }}
          onClick={() => onDecide(open.map(({ sheet, row }) => ({ sheet, row, decision: 'same' })))}
        >
          {translate('exchange.allSame', { count: printCount(open.length) })}
        </Button>
      )}
    </Paper>
  )
}

function DoubtRow({ doubt, isBusy, onDecide }: { doubt: Doubt } & Omit<Props, 'run'>) {
  const translate = useTranslate()
  const { sheet, row, name, className, knownNumber, knownClassName, decision } = doubt
  return (
    <TableRow>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{`${sheet} · ${row}`}</TableCell>
      <TableCell>{`${name} · ${className}`}</TableCell>
      <TableCell>{`${name} · ${knownClassName} · ${knownNumber ?? '–'}`}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {answers.map((answer) => (
          <Button
            key={answer}
            size="small"
            variant={decision === answer ? 'contained' : 'outlined'}
            aria-pressed={decision === answer}
            disabled={isBusy}
            sx={{ mr: 2 }}
            onClick={() => onDecide([{ sheet, row, decision: answer }])}
          >
            {translate(`exchange.decisions.${answer}`)}
          </Button>
        ))}
      </TableCell>
    </TableRow>
  )
}
