/** Which money has been granted to the school, has it arrived, and what comes next? */
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useNotify, useRecordContext, useRedirect, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { ActionBar, choiceFilter, Col, CutText, DateCol, EmptyState, MoneyCol, OfficeList, printFen, readDate, today, useErrorText, useKehou } from '../../../shared'
import { DayField } from '../DayField'
import type { Receipt, Scheme } from '../types'

const filters = [choiceFilter('received', ['yes', 'no'], 'funding.receivedChoices')]

export function ReceiptList() {
  const translate = useTranslate()
  return (
    <OfficeList<Receipt>
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      rowClick={false}
      totals={['amountFen']}
      empty={<EmptyState why={translate('funding.noReceipts')} next={translate('funding.noReceiptsNext')} />}
    >
      <Col source="title" disableSort>
        <CutText source="title" width={200} />
      </Col>
      <Col source="documentNumber" disableSort />
      <Col source="schoolName" disableSort />
      <Col source="fundName" disableSort />
      <DateCol source="issuedOn" disableSort />
      <MoneyCol source="amountFen" />
      <DateCol source="receivedOn" disableSort />
      <Col source="slipNumber" disableSort />
      <Col source="actions" label="funding.act" disableSort>
        <ReceiptActs />
      </Col>
    </OfficeList>
  )
}

function ReceiptActs() {
  const translate = useTranslate()
  const receipt = useRecordContext<Receipt>()
  const [receivedOn, setReceivedOn] = useState(today())
  const [slipNumber, setSlipNumber] = useState('')
  if (!receipt) return null
  const fields = (
    <>
      <DayField label={translate('resources.receipts.fields.receivedOn')} value={receivedOn} onChange={setReceivedOn} />
      <TextField label={translate('resources.receipts.fields.slipNumber')} value={slipNumber} onChange={event => setSlipNumber(event.target.value)} slotProps={{ htmlInput: { maxLength: 60 } }} />
    </>
  )
  return (
    <ActionBar
      record={{ ...receipt, actions: receipt.actions.filter(action => action !== 'distribute') }}
      events={{
        receive: {
          isUsual: true, comment: 'none', consequence: () => translate('funding.receiveConsequence', { amount: printFen(receipt.amountFen) }),
          details: () => fields, body: () => ({ receivedOn: readDate(receivedOn) ?? receivedOn, ...(slipNumber.trim() ? { slipNumber: slipNumber.trim() } : {}) }),
        },
      }}
    >
      {receipt.actions.includes('distribute') && <MakeScheme receipt={receipt} />}
      {receipt.schemeId !== null && <Button component={Link} to={`/schemes/${receipt.schemeId}/show`}>{translate('funding.openScheme')}</Button>}
    </ActionBar>
  )
}

function MakeScheme({ receipt }: { receipt: Receipt }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const redirect = useRedirect()
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    try {
      const scheme = await kehou.call<Scheme>('POST', '/api/schemes', { receiptId: receipt.id })
      notify('funding.schemeDrafted', { type: 'success' })
      redirect('show', 'schemes', scheme.id)
    } catch (error) {
      notify(errorText(error), { type: 'error' })
      setBusy(false)
    }
  }
  return (
    <Button variant="contained" loading={isBusy} onClick={() => void make()}>
      {translate('funding.makeScheme')}
    </Button>
  )
}
