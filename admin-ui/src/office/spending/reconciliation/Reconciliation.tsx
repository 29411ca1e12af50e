/** How do bank and ledger stand (银行存款余额调节表)? Both sides beside each other, and every difference with what to do. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { printDate, printFen, useTongue } from '../../../shared'
import type { Reconciliation as Statement } from '../types'
import { Differences } from './Differences'

export function Reconciliation({ statement }: { statement: Statement }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const word = (key: string) => translate(`funding.reconciliation.${key}`)
  return (
    <>
      <Agreement statement={statement} />
      <Paper sx={{ mb: 4, overflow: 'hidden' }}>
        <Typography variant="h3" component="h2" sx={{ px: 4, pt: 3 }}>
          {word('title')}
        </Typography>
        <Typography color="text.secondary" sx={{ px: 4, pb: 2 }}>
          {translate('funding.reconciliation.of', {
            school: statement.schoolName ?? word('allSchools'),
            from: printDate(statement.fromOn, tongue),
            to: printDate(statement.toOn, tongue),
          })}
        </Typography>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
            '@media print': { gridTemplateColumns: '1fr 1fr' },
          }}
        >
          <Side
            title={word('bankSide')}
            rows={[
              [word('bankPaid'), statement.bankPaidFen],
              [word('bankReturned'), statement.bankReturnedFen],
              [word('bankNet'), statement.bankNetFen, 'net'],
              [word('addLedgerOnly'), statement.ledgerOnlyFen],
              [word('lessTakenBackOnly'), statement.takenBackOnlyFen],
              [word('adjusted'), statement.adjustedBankFen, 'sum'],
            ]}
          />
          <Side
            title={word('ledgerSide')}
            rows={[
              [word('ledgerSpent'), statement.ledgerSpentFen],
              [word('ledgerTakenBack'), statement.ledgerTakenBackFen],
              [word('ledgerNet'), statement.ledgerNetFen, 'net'],
              [word('addBankOnly'), statement.bankOnlyFen],
              [word('lessReturned'), statement.returnedFen],
              [word('adjusted'), statement.adjustedLedgerFen, 'sum'],
            ]}
          />
        </Box>
      </Paper>
      <Differences statement={statement} />
    </>
  )
}

/** Green only where nothing waits for anybody; what nobody can read is said, and never counted as nothing. */
function Agreement({ statement }: { statement: Statement }) {
  const translate = useTranslate()
  const { openCount, explainedCount, unknownCount, isAgreed } = statement
  const explained =
    explainedCount > 0 ? translate('funding.reconciliation.explained', { smart_count: explainedCount }) : ''
  if (!isAgreed)
    return (
      <Alert severity="error" sx={{ mb: 4 }}>
        {[
          translate('funding.reconciliation.open', { smart_count: openCount }),
          unknownCount > 0 ? translate('funding.reconciliation.unknown', { smart_count: unknownCount }) : '',
          explained,
        ].join(' ')}
      </Alert>
    )
  return (
    <Alert severity={explainedCount > 0 ? 'info' : 'success'} sx={{ mb: 4 }}>
      {`${translate('funding.reconciliation.agreed')} ${explained}`}
    </Alert>
  )
}

type Row = [title: string, amountFen: number, kind?: 'net' | 'sum']

const Side = ({ title, rows }: { title: string; rows: Row[] }) => (
  <Box sx={{ px: 4, pb: 3, minWidth: 0 }}>
    <Typography variant="h3" component="h3" color="text.secondary" sx={{ py: 2 }}>
      {title}
    </Typography>
    <Box component="dl" sx={{ m: 0 }}>
      {rows.map(([label, amountFen, kind]) => (
        <Box
          key={label}
          sx={{
            display: 'flex',
            justifyContent: 'space-between',
            gap: 3,
            py: 1.5,
            borderTop: kind === undefined ? 0 : 1,
            borderColor: 'divider',
            fontWeight: kind === undefined ? 400 : 650,
          }}
        >
          <Box component="dt">{label}</Box>
          <Box component="dd" sx={{ m: 0, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
            {printFen(amountFen)}
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
)
