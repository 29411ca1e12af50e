/** The invoices that a payment pays: chosen or registered on the way, each with what of it is paid. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import {
  ArrayInput,
  AutocompleteInput,
  minValue,
  ReferenceInput,
  required,
  useSourceContext,
  useTranslate,
} from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { FenInput, FormLines, printFen } from '../../../shared'
import type { Invoice } from '../types'
import { NewInvoice } from './NewInvoice'

interface GivenPart {
  invoiceId?: number
  amountFen?: number | null
}

const byText = (text: string) => ({ q: text })
const always = () => true
const invoiceText = (each: Invoice) => `${each.seller} · ${each.number} · ${printFen(each.freeFen)}`

/** What goes to the server of the invoices of a form. */
export const typedParts = (parts: unknown) =>
  ((parts ?? []) as GivenPart[]).map(({ invoiceId, amountFen }) => ({ invoiceId, amountFen }))

const sumOf = (rows: readonly { amountFen?: number | null }[]) =>
  rows.reduce((sum, { amountFen }) => sum + (typeof amountFen === 'number' ? amountFen : 0), 0)

export function InvoicesInput({ schoolId }: { schoolId: number | undefined }) {
  return (
    <Box sx={{ width: '100%', mb: 2 }}>
      <ArrayInput source="invoices" label="funding.invoiceLines">
        <FormLines addLabel="funding.addInvoiceLine">
          <PartFields schoolId={schoolId} />
        </FormLines>
      </ArrayInput>
      <Agreement />
    </Box>
  )
}

function PartFields({ schoolId }: { schoolId: number | undefined }) {
  const { getSource } = useSourceContext()
  const { getValues, setValue } = useFormContext()
  // As much of it as the payment still needs.
  const fill = (invoice: Invoice | null | undefined) => {
    if (!invoice) return
    const own = getSource('amountFen')
    if (typeof getValues(own) === 'number') return
    const needed = sumOf(getValues('lines') ?? []) - sumOf(getValues('invoices') ?? [])
    setValue(own, needed > 0 ? Math.min(needed, invoice.freeFen) : invoice.freeFen, { shouldDirty: true })
  }
  return (
    <Box
      sx={{
        display: 'grid',
        width: '100%',
        columnGap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 1fr)' },
      }}
    >
      <ReferenceInput
        source="invoiceId"
        reference="invoices"
        filter={{ isOpen: true, ...(schoolId === undefined ? {} : { schoolId }) }}
        sort={{ field: 'issuedOn', order: 'DESC' }}
        perPage={25}
      >
        <AutocompleteInput
          label="funding.addInvoice"
          optionText={invoiceText}
          inputText={(each: Invoice) => invoiceText(each)}
          filterToQuery={byText}
          matchSuggestion={always}
          validate={required()}
          helperText="funding.chooseInvoice"
          createLabel="funding.typeNewInvoice"
          createItemLabel="funding.newInvoiceNumbered"
          onChange={(_id: unknown, invoice: unknown) => fill(invoice as Invoice | null)}
          {...(schoolId === undefined ? {} : { create: <NewInvoice schoolId={schoolId} /> })}
        />
      </ReferenceInput>
      <FenInput source="amountFen" label="funding.paysOfInvoice" validate={[required(), minValue(1)]} />
    </Box>
  )
}

/** Whether the invoices come to what is paid; a difference may still be drafted. */
function Agreement() {
  const translate = useTranslate()
  const parts = (useWatch({ name: 'invoices' }) as GivenPart[] | undefined) ?? []
  const lines = (useWatch({ name: 'lines' }) as GivenPart[] | undefined) ?? []
  if (parts.length === 0) return null
  const [sum, amount] = [sumOf(parts), sumOf(lines)]
  return sum === amount ? (
    <Typography role="status" color="text.secondary" sx={{ mb: 2 }}>
      {translate('funding.invoicesTotal', { sum: printFen(sum) })}
    </Typography>
  ) : (
    <Alert severity="warning" role="status" sx={{ mb: 3 }}>
      {translate('funding.invoicesDiffer', {
        sum: printFen(sum),
        amount: printFen(amount),
        difference: printFen(Math.abs(sum - amount)),
      })}
    </Alert>
  )
}
