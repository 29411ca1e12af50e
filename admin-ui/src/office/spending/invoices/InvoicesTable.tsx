/** The invoices that a payment pays. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { printDate, printFen, useTongue } from '../../../shared'
import type { Payment } from '../types'

export function InvoicesTable() {
  const translate = useTranslate()
  const tongue = useTongue()
  const payment = useRecordContext<Payment>()
  if (!payment || payment.invoices.length === 0) return null
  const whole = translate('resources.invoices.fields.amountFen')
  return (
    <Paper variant="outlined" sx={{ mb: 4, px: 4, py: 2 }}>
      <Typography variant="subtitle2">{translate('funding.invoiceLines')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {payment.invoices.map((each) => (
          <Box
            component="li"
            key={each.invoiceId}
            sx={{ display: 'flex', gap: 3, justifyContent: 'space-between', py: 2 }}
          >
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link component={RouterLink} to={`/invoices/${each.invoiceId}/show`}>
                {each.number}
              </Link>
              <Typography variant="body2" color="text.secondary">
                {`${each.seller} · ${printDate(each.issuedOn, tongue)} · ${whole} ${printFen(each.invoiceFen)}`}
              </Typography>
            </Box>
            <Box sx={{ flexShrink: 0, fontVariantNumeric: 'tabular-nums' }}>{printFen(each.amountFen)}</Box>
          </Box>
        ))}
      </Box>
    </Paper>
  )
}
