/** Mends a draft: title, day, and each school's amount with the sum beside it. */
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import {
  FigureTable,
  FormDialog,
  printFen,
  readDate,
  useKehou,
  useSeen,
  AmountField,
  DayField,
} from '../../../shared'
import type { Appropriation } from '../types'

export function EditNotice() {
  const translate = useTranslate()
  const notice = useRecordContext<Appropriation>()
  const [isOpen, setOpen] = useState(false)
  if (!notice?.actions.includes('update')) return null
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('funding.editNotice')}
      </Button>
      {isOpen && <EditDialog notice={notice} onClose={() => setOpen(false)} />}
    </>
  )
}

function EditDialog({ notice, onClose }: { notice: Appropriation; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const { seen, renew } = useSeen(notice)
  // What has not been typed here stays what the notice says, also when that is loaded anew.
  const [typed, type] = useState<{ title?: string; spendByOn?: string }>({})
  const { title, spendByOn } = { title: notice.title, spendByOn: notice.spendByOn ?? '', ...typed }
  const [reason, setReason] = useState('')
  const [amounts, setAmounts] = useState<Record<number, number | null>>({})
  const amountOf = (line: Appropriation['lines'][number]) =>
    line.id in amounts ? (amounts[line.id] ?? null) : line.amountFen
  const total = notice.lines.reduce((sum, line) => sum + (amountOf(line) ?? 0), 0)
  const changed = notice.lines.filter((line) => amountOf(line) !== line.amountFen)
  const isReadable =
    notice.lines.every((line) => amountOf(line) !== null) &&
    (spendByOn === '' || readDate(spendByOn) !== null)
  const save = async () => {
    const lines = changed.map((line) => ({ lineId: line.id, amountFen: amountOf(line) }))
    await kehou.call('PATCH', `/api/appropriations/${notice.id}`, {
      ...seen,
      title,
      spendByOn: spendByOn === '' ? null : readDate(spendByOn),
      ...(lines.length > 0 ? { amounts: lines } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    notify('funding.noticeSaved', { type: 'success' })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('funding.editNotice')}
      send={translate('ra.action.save')}
      isReady={isReadable && title.trim().length >= 2 && (changed.length === 0 || reason.trim().length >= 2)}
      maxWidth="md"
      onSend={save}
      onLoad={renew}
      onClose={onClose}
    >
      <Typography color="text.secondary">{translate('funding.editNoticeHelp')}</Typography>
      <TextField
        label={translate('resources.appropriations.fields.title')}
        value={title}
        onChange={(event) => type({ ...typed, title: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 120 } }}
        sx={{ mt: 4 }}
      />
      <DayField
        label={translate('resources.appropriations.fields.spendByOn')}
        value={spendByOn}
        onChange={(next) => type({ ...typed, spendByOn: next })}
      />
      <NoticeAmounts notice={notice} amountOf={amountOf} setAmounts={setAmounts} total={total} />
      {changed.length > 0 && (
        <TextField
          required
          label={translate('funding.reasonWhy')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ mt: 4 }}
        />
      )}
    </FormDialog>
  )
}

interface NoticeAmountsProps {
  notice: Appropriation
  amountOf: (line: Appropriation['lines'][number]) => number | null
  setAmounts: (next: (old: Record<number, number | null>) => Record<number, number | null>) => void
  total: number
}

function NoticeAmounts({ notice, amountOf, setAmounts, total }: NoticeAmountsProps) {
  const translate = useTranslate()
  return (
    <FigureTable
      caption={translate('funding.attachment')}
      maxHeight={360}
      head={[translate('funding.school'), translate('funding.openClaim'), translate('funding.amount')]}
      rows={notice.lines.map((line) => ({
        key: line.id,
        cells: [
          line.schoolName,
          printFen(line.claimFen),
          <AmountField
            key="amount"
            label={`${line.schoolName} ${translate('funding.amount')}`}
            fen={amountOf(line)}
            onChange={(fen) => setAmounts((old) => ({ ...old, [line.id]: fen }))}
          />,
        ],
      }))}
      foot={[
        translate('funding.total'),
        printFen(notice.lines.reduce((sum, line) => sum + line.claimFen, 0)),
        printFen(total),
      ]}
    />
  )
}
