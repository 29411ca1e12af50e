/** What the importer has asked for and so may not settle: a second person does, all of a file at once. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { FormDialog, printFen, useKehou } from '../../../shared'
import type { BankReturnLine } from '../types'

const isOwn = ({ reason }: BankReturnLine) => reason === 'own_request' || reason === 'own_approval'

export function SettleOwn({ lines }: { lines: BankReturnLine[] }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const own = lines.filter((line) => isOwn(line) && line.closedAt === null)
  if (own.length === 0) return null
  const mine = own.filter(({ actions }) => actions.includes('settle'))
  if (mine.length === 0)
    return (
      <Alert severity="info" sx={{ mx: 3, mb: 3 }}>
        {translate('funding.settleOwnWaits', { count: own.length })}
      </Alert>
    )
  const sum = {
    count: mine.length,
    amount: printFen(mine.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0)),
  }
  const settle = async () => {
    const { done, refused } = await kehou.call<Schemas['BulkSumOut']>(
      'POST',
      '/api/bank-return-lines/settle-many',
      { ids: mine.map(({ id }) => id) },
    )
    notify(refused.length === 0 ? 'funding.settleOwnDone' : 'funding.settleOwnPartly', {
      type: refused.length === 0 ? 'success' : 'warning',
      messageArgs: { count: done.length, refused: refused.length, why: refused[0]?.message ?? '' },
    })
    refresh()
    setOpen(false)
  }
  return (
    <Alert
      severity="warning"
      className="no-print"
      sx={{ mx: 3, mb: 3 }}
      action={<Button onClick={() => setOpen(true)}>{translate('funding.settleOwn', sum)}</Button>}
    >
      {translate('funding.settleOwnUnder', sum)}
      {isOpen && (
        <FormDialog
          title={translate('funding.settleOwn', sum)}
          send={translate('funding.settleOwn', sum)}
          onSend={settle}
          onClose={() => setOpen(false)}
        >
          <Typography>{translate('funding.settleOwnConsequence', sum)}</Typography>
        </FormDialog>
      )}
    </Alert>
  )
}
