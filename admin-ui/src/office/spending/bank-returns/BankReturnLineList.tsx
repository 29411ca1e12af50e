/** What has the bank paid that nothing here agrees with? The work list of whoever reconciles. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  FormDialog,
  MoneyCol,
  OfficeList,
  printDate,
  printFen,
  StatusChip,
  useKehou,
  useTongue,
  useAll,
} from '../../../shared'
import type { BankReturnLine, Payment } from '../types'
import { classesOf } from '../payments/classesOf'
import { LineActs } from './LineActs'
import { meanings, Why } from './LineGroups'

const reasons = allOf<NonNullable<BankReturnLine['reason']>>()([
  'no_reference',
  'digits_lost',
  'negative_amount',
  'serial_known',
  'failed_already',
  'unknown_reference',
  'earlier_reference',
  'slip_differs',
  'amount_differs',
  'not_sent',
  'unclear_result',
  'no_date',
  'month_closed',
  'unreadable_amount',
  'unreadable_date',
  'given_up',
  'no_amount',
  'future_date',
  'paid_already',
  'returned_already',
  'own_approval',
  'own_request',
  'before_request',
  'payee_differs',
  'one_of_two',
  'said_before',
  'said_anew',
])
const filters = [choiceFilter('reason', reasons, 'funding.differences')]

export function BankReturnLineList() {
  const translate = useTranslate()
  return (
    <OfficeList<BankReturnLine>
      title={translate('menu.bank-return-lines')}
      under={translate('funding.unmatchedUnder')}
      scope={['school']}
      filter={{ isOpen: 'yes' }}
      filters={filters}
      searchPlaceholder="funding.searchLines"
      rowClick={false}
      totals={['amountFen']}
      empty={
        <EmptyState why={translate('funding.noUnmatched')} next={translate('funding.noUnmatchedNext')} />
      }
      simple={{
        primary: (each) =>
          `${each.payee ?? '–'} · ${each.amountFen === null ? '–' : printFen(each.amountFen)}`,
        secondary: (each) => <Why line={each} />,
        trailing: () => <Acts />,
      }}
    >
      <Col source="rowNumber" />
      <Col source="reference" disableSort />
      <DateCol source="paidOn" />
      <Col source="payee" disableSort />
      <MoneyCol source="amountFen" />
      <Col
        source="result"
        disableSort
        render={(each) =>
          each.result === 'unclear' ? (
            '–'
          ) : (
            <StatusChip
              status={each.result}
              resource="bank-return-lines"
              meaning={meanings[each.result as BankReturnLine['outcome']]}
            />
          )
        }
      />
      <Col source="reason" disableSort render={(each) => <Why line={each as BankReturnLine} />} />
      <Col source="actions" label={false} disableSort render={() => <Acts />} />
    </OfficeList>
  )
}

function Acts() {
  const line = useRecordContext<BankReturnLine>()
  return (
    line && (
      <Box sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 2 }}>
        <SettleButton />
        <LineActs line={line} />
      </Box>
    )
  )
}

function SettleButton() {
  const translate = useTranslate()
  const line = useRecordContext<BankReturnLine>()
  const [isOpen, setOpen] = useState(false)
  if (!line?.actions.includes('settle')) return null
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
        {translate('resources.bank-return-lines.events.settle.label')}
      </Button>
      {isOpen && <SettleDialog line={line} onClose={() => setOpen(false)} />}
    </>
  )
}

function SettleDialog({ line, onClose }: { line: BankReturnLine; onClose: () => void }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const { data = [], isPending } = useAll<Payment>('payments', {
    sort: { field: 'id', order: 'DESC' },
    filter: {
      status: 'checked',
      amountFen: line.amountFen,
      ...(line.schoolId === null ? {} : { schoolId: line.schoolId }),
    },
  })
  const [paymentId, setPaymentId] = useState('')
  const [paidOn, setPaidOn] = useState(line.paidOn ?? '')
  const amount = printFen(line.amountFen ?? 0)
  const [comment, setComment] = useState('')
  const isOtherPayee = line.reason === 'payee_differs'
  const settle = async () => {
    await kehou.act('bank-return-lines', line.id, 'settle', {
      paymentId: Number(paymentId),
      ...(paidOn === '' ? {} : { paidOn }),
      ...(comment.trim() === '' ? {} : { comment }),
    })
    notify('resources.bank-return-lines.events.settle.done', { type: 'success' })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('funding.settleLine', { row: line.rowNumber })}
      send={translate('resources.bank-return-lines.events.settle.label')}
      isReady={paymentId !== '' && !(isOtherPayee && comment.trim() === '')}
      onSend={settle}
      onClose={onClose}
    >
      <Typography sx={{ mb: 3 }}>
        {translate('funding.settleLineUnder', {
          date: line.paidOn ? printDate(line.paidOn, tongue) : '–',
          payee: line.payee ?? '–',
          amount,
        })}
      </Typography>
      {!isPending && data.length === 0 ? (
        <Typography color="error">{translate('funding.noSuchPayment', { amount })}</Typography>
      ) : (
        <PaymentChoice paymentId={paymentId} setPaymentId={setPaymentId} data={data} />
      )}
      <TextField
        fullWidth
        label={translate('funding.dayOfPayment')}
        value={paidOn}
        onChange={(event) => setPaidOn(event.target.value)}
        placeholder="2026-11-20"
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <TextField
        fullWidth
        label={translate('funding.foundOut')}
        value={comment}
        required={isOtherPayee}
        {...(isOtherPayee ? { helperText: translate('funding.payeeNeedsComment') } : {})}
        onChange={(event) => setComment(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </FormDialog>
  )
}

interface PaymentChoiceProps {
  paymentId: string
  setPaymentId: (value: string) => void
  data: Payment[]
}

function PaymentChoice({ paymentId, setPaymentId, data }: PaymentChoiceProps) {
  const translate = useTranslate()
  return (
    <TextField
      select
      fullWidth
      label={translate('funding.whichPayment')}
      value={paymentId}
      onChange={(event) => setPaymentId(event.target.value)}
    >
      {data.map((each) => (
        <MenuItem
          key={each.id}
          value={String(each.id)}
        >{`${each.reference ?? ''} · ${classesOf(each, translate)} · ${each.payee} · ${printFen(each.amountFen)}`}</MenuItem>
      ))}
    </TextField>
  )
}
