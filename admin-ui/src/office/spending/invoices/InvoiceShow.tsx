/** What stands on the invoice, and which payments pay it? */
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { DeleteDraft, printDate, printFen, RecordPage, useTongue } from '../../../shared'
import { PaymentRows } from '../payments/PaymentRows'
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
  const invoice = useRecordContext<Invoice>()
  if (!invoice) return null
  if (invoice.payments.length === 0)
    return <Typography color="text.secondary">{translate('funding.invoiceUnpaid')}</Typography>
  return <PaymentRows title={translate('funding.paymentsOfInvoice')} rows={invoice.payments} />
}
