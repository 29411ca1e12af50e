/** Gives the vouchers up to today their numbers, after saying how many that are. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { ErrorNotice, FormDialog, useAnswer, useKehou, useMay, useScope } from '../../../shared'
import type { VoucherWaiting } from '../types'

export function NumberButton() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('period.close') || schoolId === undefined) return null
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('funding.numberVouchers')}
      </Button>
      {isOpen && <NumberDialog schoolId={schoolId} onClose={() => setOpen(false)} />}
    </>
  )
}

function NumberDialog({ schoolId, onClose }: { schoolId: number; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const { data, error } = useAnswer<VoucherWaiting>(`/api/vouchers/waiting?schoolId=${schoolId}`, {
    gcTime: 0,
  })
  const number = async () => {
    const { count } = await kehou.call<VoucherWaiting>('POST', '/api/vouchers/number', { schoolId })
    notify(translate('funding.vouchersNumbered', { count, smart_count: count }), { type: 'success' })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('funding.numberVouchers')}
      send={translate('funding.numberVouchers')}
      isReady={Boolean(data && data.count > 0)}
      onSend={number}
      onClose={onClose}
    >
      <ErrorNotice error={error} />
      {data && (
        <Typography role="status">
          {data.count === 0
            ? translate('funding.numberVouchersNothing')
            : translate('funding.numberVouchersAsk', { count: data.count, smart_count: data.count })}
        </Typography>
      )}
    </FormDialog>
  )
}
