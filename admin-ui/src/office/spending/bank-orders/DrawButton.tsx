/** Draws an order for the bank, after saying how many payments and how much that is. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRedirect, useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import { ErrorNotice, FormDialog, printFen, useAnswer, useKehou, useMay, useScope } from '../../../shared'
import type { BankOrder, BankOrderWaiting } from '../types'

export function DrawButton() {
  const translate = useTranslate()
  const maySend = useMay('payment.send')
  const [isOpen, setOpen] = useState(false)
  if (!maySend) return null
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('funding.drawOrder')}
      </Button>
      {isOpen && <DrawDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function DrawDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const redirect = useRedirect()
  const { schoolId } = useScope()
  const ofSchool = schoolId === undefined ? {} : { schoolId }
  const { data, error, refetch } = useAnswer<BankOrderWaiting>(
    `/api/bank-orders/waiting${query({ ...ofSchool })}`,
    { gcTime: 0 },
  )
  const draw = async () => {
    const order = await kehou.call<BankOrder>('POST', '/api/bank-orders', { ...ofSchool, ...data })
    notify(translate('funding.orderDrawn', { number: order.number }), { type: 'success' })
    onClose()
    redirect('show', 'bank-orders', order.id)
  }
  return (
    <FormDialog
      title={translate('funding.drawOrder')}
      send={translate('funding.drawOrder')}
      isReady={Boolean(data && data.count > 0)}
      onSend={draw}
      onLoad={() => void refetch()}
      onClose={onClose}
    >
      <ErrorNotice error={error} />
      {data && (
        <Typography role="status">
          {data.count === 0
            ? translate('funding.drawOrderNothing')
            : translate('funding.drawOrderAsk', {
                count: data.count,
                smart_count: data.count,
                amount: printFen(data.amountFen),
              })}
        </Typography>
      )}
    </FormDialog>
  )
}
