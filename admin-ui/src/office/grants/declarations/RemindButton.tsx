/** A word to every school that has not declared yet: asked once with the count. */
import BellIcon from '@mui/icons-material/NotificationsActiveOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Confirm, useNotify, useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page, Schemas } from '../../../api/contract'
import { useAnswer, useErrorText, useKehou, useMay } from '../../../shared'

type Rows = Page<Schemas['OverviewRowOut']>
type Sent = Schemas['SentRemindersOut']

const most = 200

interface Props {
  fundId: number
  fiscalYear: number
  periodKey?: string | undefined
}

export function RemindButton({ fundId, fiscalYear, periodKey }: Props) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const errorText = useErrorText()
  const may = useMay('reminder.send')
  const [isOpen, setOpen] = useState(false)
  const { data } = useAnswer<Rows>(
    may
      ? `/api/declarations/overview${query({ fundId, fiscalYear, periodKey, status: 'not_declared', pageSize: most })}`
      : null,
  )
  const schoolIds = (data?.items ?? []).filter((row) => row.isCovered).map((row) => row.schoolId)
  if (!may || schoolIds.length === 0) return null
  const send = async () => {
    setOpen(false)
    try {
      const { sentCount } = await kehou.call<Sent>('POST', '/api/reminders', {
        schoolIds,
        kind: 'declaration_due',
        fundId,
        fiscalYear,
      })
      notify('declaring.reminded', { type: 'success', messageArgs: { count: sentCount } })
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    }
  }
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<BellIcon />}
        onClick={() => setOpen(true)}
        sx={{ alignSelf: 'flex-end', mb: 1 }}
      >
        {translate('declaring.remind', { count: schoolIds.length })}
      </Button>
      <Confirm
        isOpen={isOpen}
        title={translate('declaring.remind', { count: schoolIds.length })}
        content={translate('declaring.remindConsequence', { count: schoolIds.length })}
        onConfirm={() => void send()}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
