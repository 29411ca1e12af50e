/** What a commitment takes from which class, what of it is still to be paid, and what the class has left beside it. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { printFen } from '../../../shared'
import type { Commitment, CommitmentLine } from '../types'

/** On a phone these stand under the class's name. */
const wide = { display: { xs: 'none', md: 'table-cell' } }

function useWords() {
  const translate = useTranslate()
  return {
    translate,
    field: (name: string) => translate(`resources.payments.fields.${name}`),
    money: (line: CommitmentLine) => `${line.fundName} · ${translate(`funding.purposes.${line.purpose}`)}`,
    account: (line: CommitmentLine) => translate(`funding.accounts.${line.account}`),
    remaining: ({ remainingFen }: CommitmentLine) =>
      translate('funding.stillToAsk', { amount: printFen(remainingFen) }),
    left: ({ leftFen }: CommitmentLine) => translate('funding.leftBeside', { left: printFen(leftFen) }),
  }
}

export function CommitmentLines() {
  const { translate, field } = useWords()
  const commitment = useRecordContext<Commitment>()
  if (!commitment) return null
  return (
    <Paper variant="outlined" sx={{ mb: 4, overflow: 'hidden' }}>
      <Table size="small" aria-label={translate('funding.commitmentLines')}>
        <TableHead>
          <TableRow>
            <TableCell>{field('className')}</TableCell>
            <TableCell sx={wide}>{field('fundName')}</TableCell>
            <TableCell sx={wide}>{field('account')}</TableCell>
            <TableCell align="right">{translate('resources.commitments.fields.amountFen')}</TableCell>
            <TableCell align="right" sx={wide}>
              {translate('resources.commitments.fields.remainingFen')}
            </TableCell>
            <TableCell align="right" sx={wide}>
              {translate('funding.classLeftBeside')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {commitment.lines.map((line) => (
            <Row key={line.number} line={line} />
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}

function Row({ line }: { line: CommitmentLine }) {
  const { money, account, remaining, left } = useWords()
  const figure = { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const
  return (
    <TableRow>
      <TableCell>
        {line.className}
        <Box sx={{ display: { md: 'none' } }}>
          {[money(line), account(line), remaining(line), left(line)].map((text) => (
            <Typography key={text} variant="body2" color="text.secondary">
              {text}
            </Typography>
          ))}
        </Box>
      </TableCell>
      <TableCell sx={wide}>{money(line)}</TableCell>
      <TableCell sx={wide}>{account(line)}</TableCell>
      <TableCell align="right" sx={{ ...figure, verticalAlign: 'top' }}>
        {printFen(line.amountFen)}
      </TableCell>
      <TableCell align="right" sx={{ ...wide, ...figure }}>
        {printFen(line.remainingFen)}
      </TableCell>
      <TableCell align="right" sx={{ ...wide, ...figure }}>
        {printFen(line.leftFen)}
      </TableCell>
    </TableRow>
  )
}
