/** Registers an invoice without leaving the form of the payment. */
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useCreateSuggestionContext, useTranslate } from 'react-admin'
import { DayField, FormDialog, readYuan, today, useKehou } from '../../../shared'
import type { Invoice } from '../types'

interface Given {
  number: string
  code: string
  seller: string
  issuedOn: string
  yuan: string
}

export function NewInvoice({ schoolId }: { schoolId: number }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const { onCancel, onCreate, filter } = useCreateSuggestionContext()
  const [given, setGiven] = useState<Given>({
    number: filter ?? '',
    code: '',
    seller: '',
    issuedOn: today(),
    yuan: '',
  })
  const { number, code, seller, issuedOn, yuan } = given
  const amountFen = readYuan(yuan)
  const make = async () => {
    const invoice = await kehou.call<Invoice>('POST', '/api/invoices', {
      schoolId,
      number,
      seller,
      issuedOn,
      amountFen,
      ...(code.trim() === '' ? {} : { code }),
    })
    onCreate(invoice)
  }
  return (
    <FormDialog
      title={translate('funding.newInvoice')}
      send={translate('ra.action.save')}
      isReady={number.trim().length >= 6 && seller.trim().length >= 2 && amountFen !== null && amountFen > 0}
      onSend={make}
      onClose={onCancel}
    >
      <Questions given={given} onChange={(part) => setGiven({ ...given, ...part })} />
    </FormDialog>
  )
}

interface QuestionsProps {
  given: Given
  onChange: (part: Partial<Given>) => void
}

function Questions({ given, onChange }: QuestionsProps) {
  const translate = useTranslate()
  const label = (name: string) => translate(`resources.invoices.fields.${name}`)
  const field = (name: keyof Given, help: string) => ({
    value: given[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    helperText: translate(help),
    fullWidth: true,
    sx: { mt: 3 },
    slotProps: { htmlInput: { autoComplete: 'off', maxLength: 80 } },
  })
  return (
    <>
      <TextField {...field('number', 'funding.invoiceNumberHelp')} label={label('number')} required />
      <TextField {...field('code', 'funding.invoiceCodeHelp')} label={label('code')} />
      <TextField {...field('seller', 'funding.sellerHelp')} label={label('seller')} required />
      <DayField
        label={label('issuedOn')}
        value={given.issuedOn}
        onChange={(issuedOn) => onChange({ issuedOn })}
      />
      <TextField {...field('yuan', 'funding.invoiceAmountHelp')} label={label('amountFen')} required />
    </>
  )
}
