/** Payments that belong to something else, each with what it takes of it; fits a phone. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { printDate, printFen, StatusChip, useTongue } from '../../../shared'
import type { Payment } from '../types'

export interface PaymentRow extends Pick<Payment, 'payee' | 'reason' | 'status' | 'requestedOn'> {
  paymentId: number
  amountFen: number
}

export function PaymentRows({ title, rows }: { title: string; rows: PaymentRow[] }) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <Paper variant="outlined" sx={{ mb: 4, px: 4, py: 2 }}>
      <Typography variant="subtitle2">{title}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((each) => (
          <Box
            component="li"
            key={each.paymentId}
            sx={{ display: 'flex', gap: 3, justifyContent: 'space-between', alignItems: 'center', py: 2 }}
          >
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link component={RouterLink} to={`/payments/${each.paymentId}/show`}>
                {each.reason}
              </Link>
              <Typography variant="body2" color="text.secondary">
                {`${each.payee} · ${printDate(each.requestedOn, tongue)}`}
              </Typography>
            </Box>
            <Box sx={{ flexShrink: 0, textAlign: 'right' }}>
              <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{printFen(each.amountFen)}</Typography>
              <StatusChip status={each.status} label={translate(`states.payments.${each.status}`)} />
            </Box>
          </Box>
        ))}
      </Box>
    </Paper>
  )
}
