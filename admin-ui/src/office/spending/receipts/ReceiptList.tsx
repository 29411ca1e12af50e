/** Which money has been granted to the school, has it arrived, and what comes next? */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useNotify, useRecordContext, useRedirect, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  ActionBar,
  choiceFilter,
  Col,
  CutText,
  EmptyState,
  MoneyCol,
  OfficeList,
  printDate,
  printFen,
  readDate,
  today,
  useErrorText,
  useKehou,
  useScope,
  useTongue,
  DayField,
} from '../../../shared'
import type { Receipt, Scheme } from '../types'

const filters = [choiceFilter('received', ['yes', 'no'], 'funding.receivedChoices')]

export function ReceiptList() {
  const translate = useTranslate()
  const { hasManySchools } = useScope()
  return (
    <OfficeList<Receipt>
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      rowClick={false}
      totals={['amountFen']}
      simple={{
        primary: (each) => each.title,
        secondary: (each) => (
          <>
            <span>
              {[each.fundName, each.documentNumber, each.receivedOn ?? translate('funding.notYetArrived')]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <ReceiptActs />
          </>
        ),
        trailing: (each) => printFen(each.amountFen),
      }}
      empty={<EmptyState why={translate('funding.noReceipts')} next={translate('funding.noReceiptsNext')} />}
    >
      <Col source="title" disableSort>
        <CutText source="title" width={200} />
      </Col>
      <Col source="documentNumber" disableSort />
      {hasManySchools && <Col source="schoolName" disableSort />}
      <Col source="fundName" disableSort />
      <MoneyCol source="amountFen" />
      <Col source="receivedOn" disableSort>
        <ReceivedOn />
      </Col>
      <Col source="actions" label="funding.act" disableSort>
        <ReceiptActs />
      </Col>
    </OfficeList>
  )
}

function ReceivedOn() {
  const tongue = useTongue()
  const receipt = useRecordContext<Receipt>()
  if (!receipt?.receivedOn) return <>–</>
  return (
    <>
      {printDate(receipt.receivedOn, tongue)}
      {receipt.slipNumber && (
        <Typography component="div" variant="caption" color="text.secondary">
          {receipt.slipNumber}
        </Typography>
      )}
    </>
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
      <DayField
        label={translate('resources.receipts.fields.receivedOn')}
        value={receivedOn}
        onChange={setReceivedOn}
      />
      <TextField
        label={translate('resources.receipts.fields.slipNumber')}
        value={slipNumber}
        onChange={(event) => setSlipNumber(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
    </>
  )
  return (
    <ActionBar
      record={{ ...receipt, actions: receipt.actions.filter((action) => action !== 'distribute') }}
      events={{
        receive: {
          isUsual: true,
          comment: 'none',
          consequence: () => translate('funding.receiveConsequence', { amount: printFen(receipt.amountFen) }),
          details: () => fields,
          body: () => ({
            receivedOn: readDate(receivedOn) ?? receivedOn,
            ...(slipNumber.trim() ? { slipNumber: slipNumber.trim() } : {}),
          }),
        },
      }}
    >
      {receipt.actions.includes('distribute') && <MakeScheme receipt={receipt} />}
      {receipt.schemeId !== null && (
        <Button component={Link} to={`/schemes/${receipt.schemeId}/show`}>
          {translate('funding.openScheme')}
        </Button>
      )}
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
