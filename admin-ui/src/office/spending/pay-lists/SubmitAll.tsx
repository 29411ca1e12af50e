/** Hands in all drafts of the list at once; each that cannot be handed in says why and stops no other. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { FormDialog, printFen, useKehou, useMay } from '../../../shared'
import type { PayList } from '../types'

/** So that none of the requests takes long. */
const atOnce = 40

type Answer = Schemas['BulkSumOut']

export function SubmitAll() {
  const translate = useTranslate()
  const list = useRecordContext<PayList>()
  const mayRequest = useMay('payment.request')
  const [isOpen, setOpen] = useState(false)
  const [refused, setRefused] = useState<Answer['refused']>([])
  if (!list || !mayRequest) return null
  const drafts = list.entries.filter(({ payment }) => payment?.status === 'draft')
  if (drafts.length === 0 && refused.length === 0) return null
  return (
    <>
      {drafts.length > 0 && (
        <Button variant="contained" onClick={() => setOpen(true)}>
          {translate('funding.submitAll', { count: drafts.length })}
        </Button>
      )}
      {isOpen && <SubmitDialog drafts={drafts} onRefused={setRefused} onClose={() => setOpen(false)} />}
      {refused.length > 0 && <Refused list={list} refused={refused} />}
    </>
  )
}

interface DialogProps {
  drafts: PayList['entries']
  onRefused: (refused: Answer['refused']) => void
  onClose: () => void
}

function SubmitDialog({ drafts, onRefused, onClose }: DialogProps) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const send = async () => {
    const ids = drafts.map(({ payment }) => payment!.id)
    const refused: Answer['refused'] = []
    let count = 0
    for (let start = 0; start < ids.length; start += atOnce) {
      const some = { ids: ids.slice(start, start + atOnce) }
      const answer = await kehou.call<Answer>('POST', '/api/payments/submit-many', some)
      refused.push(...answer.refused)
      count += answer.done.length
    }
    onRefused(refused)
    notify('funding.submittedAll', {
      type: refused.length > 0 ? 'warning' : 'success',
      messageArgs: { count, refused: refused.length },
    })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('funding.submitAll', { count: drafts.length })}
      send={translate('funding.submitAll', { count: drafts.length })}
      onSend={send}
      onClose={onClose}
    >
      {translate('funding.submitAllConsequence', {
        count: drafts.length,
        amount: printFen(drafts.reduce((sum, { amountFen }) => sum + amountFen, 0)),
      })}
    </FormDialog>
  )
}

function Refused({ list, refused }: { list: PayList; refused: Answer['refused'] }) {
  const nameOf = new Map(list.entries.map(({ payment, payee }) => [payment?.id, payee]))
  return (
    <Alert severity="error" sx={{ width: '100%' }}>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {refused.map(({ id, message }) => (
          <li key={id}>{`${nameOf.get(id) ?? id} · ${message}`}</li>
        ))}
      </ul>
    </Alert>
  )
}
