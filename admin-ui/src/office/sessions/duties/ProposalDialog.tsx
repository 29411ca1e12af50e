/** Who would be put in where, before it is saved: last week again, or everybody in turn. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice, printDate, useAnswer, useKehou, useSending, useTongue } from '../../../shared'
import type { ProposedDuty } from '../types'

export function ProposalDialog({
  schoolId,
  day,
  source,
  onClose,
}: {
  schoolId: number
  day: string
  source: 'in_turn' | 'last_week'
  onClose: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const [patrols, setPatrols] = useState(1)
  const { data, error } = useAnswer<Schemas['ProposalOut']>(
    `/api/duties/proposal${query({ schoolId, on: day, source, patrols })}`,
    { staleTime: 0, gcTime: 0 },
  )
  const rows = data?.rows ?? []
  const { isBusy, refusal, send } = useSending(async () => {
    await kehou.call('POST', '/api/duties', {
      schoolId,
      rows: rows.map(({ heldOn, kind, teacherId, area }) => ({
        heldOn,
        kind,
        teacherId,
        ...(area ? { area } : {}),
      })),
    })
    notify('duties.saved', { type: 'success', messageArgs: { count: rows.length } })
    refresh()
    onClose()
  })
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="proposal-title"
    >
      <DialogTitle id="proposal-title">
        {translate('duties.proposalTitle')} ·{' '}
        {translate(source === 'in_turn' ? 'duties.fill' : 'duties.copy')}
      </DialogTitle>
      <ProposalContent
        source={source}
        patrols={patrols}
        setPatrols={setPatrols}
        error={error}
        refusal={refusal}
        data={data}
        rows={rows}
      />
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" loading={isBusy} disabled={rows.length === 0} onClick={send}>
          {translate('duties.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface ProposalContentProps {
  source: 'in_turn' | 'last_week'
  patrols: number
  setPatrols: (value: number) => void
  error: unknown
  refusal: unknown
  data: { rows: ProposedDuty[] } | undefined
  rows: ProposedDuty[]
}

function ProposalContent({ source, patrols, setPatrols, error, refusal, data, rows }: ProposalContentProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      {source === 'in_turn' && (
        <TextField
          select
          label={translate('duties.patrols')}
          value={patrols}
          onChange={(event) => setPatrols(Number(event.target.value))}
          sx={{ width: 160 }}
        >
          {[0, 1, 2, 3, 4].map((count) => (
            <MenuItem key={count} value={count}>
              {count}
            </MenuItem>
          ))}
        </TextField>
      )}
      <ErrorNotice error={error ?? refusal} />
      {!data && !error && <Skeleton variant="rounded" height={200} />}
      {data && rows.length === 0 && <Typography>{translate('duties.proposalNone')}</Typography>}
      {rows.length > 0 && <ProposedRows rows={rows} />}
    </DialogContent>
  )
}

function ProposedRows({ rows }: { rows: ProposedDuty[] }) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <>
      <Typography sx={{ my: 2 }}>
        {translate('duties.proposalConsequence', { count: rows.length })}
      </Typography>
      <Box sx={{ maxHeight: 360, overflow: 'auto' }}>
        {rows.map((row) => (
          <Typography
            key={`${row.heldOn}${row.kind}${row.teacherId}`}
            component="div"
            sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}
          >
            {printDate(row.heldOn, tongue)} · {translate(`duties.kinds.${row.kind}`)} ·{' '}
            {row.area ? `${row.teacherName} · ${row.area}` : row.teacherName}
          </Typography>
        ))}
      </Box>
    </>
  )
}
