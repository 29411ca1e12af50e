/** What stands on the invoice, and which payments pay it? */
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  DeleteDraft,
  FigureTable,
  printDate,
  printFen,
  RecordPage,
  StatusChip,
  useTongue,
} from '../../../shared'
import type { Invoice } from '../types'

export function InvoiceShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.invoices.fields.${name}`)
  return (
    <RecordPage<Invoice>
      title={(each) =>
        translate('funding.invoiceOf', { seller: each.seller, amount: printFen(each.amountFen) })
      }
      facts={(each) => [
        { label: field('number'), value: each.number },
        ...(each.code === null ? [] : [{ label: field('code'), value: each.code }]),
        { label: field('seller'), value: each.seller },
        { label: field('issuedOn'), value: printDate(each.issuedOn, tongue) },
        { label: field('amountFen'), value: printFen(each.amountFen) },
        { label: field('heldFen'), value: printFen(each.heldFen) },
        { label: field('freeFen'), value: printFen(each.freeFen) },
      ]}
      actions={
        <DeleteDraft
          label="funding.deleteInvoice"
          consequence="funding.deleteInvoiceConsequence"
          done="funding.invoiceDeleted"
        />
      }
    >
      <Payments />
    </RecordPage>
  )
}

function Payments() {
  const translate = useTranslate()
  const tongue = useTongue()
  const invoice = useRecordContext<Invoice>()
  if (!invoice) return null
  if (invoice.payments.length === 0)
    return <Typography color="text.secondary">{translate('funding.invoiceUnpaid')}</Typography>
  const field = (name: string) => translate(`resources.payments.fields.${name}`)
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.paymentsOfInvoice')}
        words={3}
        head={[field('payee'), field('requestedOn'), field('status'), translate('funding.paysOfInvoice')]}
        rows={invoice.payments.map((each) => ({
          key: each.paymentId,
          cells: [
            <Link key="payment" component={RouterLink} to={`/payments/${each.paymentId}/show`}>
              {each.payee}
            </Link>,
            printDate(each.requestedOn, tongue),
            <StatusChip
              key="status"
              status={each.status}
              label={translate(`states.payments.${each.status}`)}
            />,
            printFen(each.amountFen),
          ],
        }))}
      />
    </Paper>
  )
}
