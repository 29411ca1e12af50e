/** One act on all chosen rows: asked once with the count, answered row by row. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useListContext, useRefresh, useTranslate, type Identifier, type RaRecord } from 'react-admin'
import { useErrorText } from './hooks'

interface Props {
  label: string
  icon?: ReactNode
  /** One sentence about what will happen to so many rows. */
  consequence: (count: number, records: RaRecord[]) => string
  act: (id: Identifier) => Promise<unknown>
  isDangerous?: boolean
}

interface Refusal {
  id: Identifier
  why: string
}

export function BulkAct({ label, icon, consequence, act, isDangerous = false }: Props) {
  const translate = useTranslate()
  const errorText = useErrorText()
  const refresh = useRefresh()
  const { selectedIds, data, onUnselectItems } = useListContext<RaRecord>()
  const [isOpen, setOpen] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [ids, setIds] = useState<Identifier[]>([])
  const chosen = (data ?? []).filter(record => ids.includes(record.id))
  const isBusy = done !== null && done < ids.length

  const open = () => {
    setIds([...selectedIds])
    setDone(null)
    setRefusals([])
    setOpen(true)
  }
  const run = async () => {
    const refused: Refusal[] = []
    for (const [i, id] of ids.entries()) {
      setDone(i)
      try {
        await act(id)
      } catch (error) {
        refused.push({ id, why: errorText(error) })
      }
    }
    setDone(ids.length)
    setRefusals(refused)
    refresh()
    if (refused.length === 0) {
      setOpen(false)
      onUnselectItems()
    }
  }
  return (
    <>
      <Button startIcon={icon} color={isDangerous ? 'error' : 'primary'} onClick={open}>
        {label}
      </Button>
      <Dialog open={isOpen} onClose={() => (isBusy ? undefined : setOpen(false))} fullWidth maxWidth="sm">
        <DialogTitle>{label}</DialogTitle>
        <DialogContent>
          <Typography>{consequence(ids.length, chosen)}</Typography>
          {done !== null && <LinearProgress variant="determinate" value={Math.floor((done * 100) / Math.max(ids.length, 1))} sx={{ my: 3 }} aria-label={label} />}
          {refusals.length > 0 && (
            <Alert severity="warning">
              {translate('kit.bulk.partly', { done: ids.length - refusals.length, refused: refusals.length })}
              <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
                {refusals.map(refusal => (
                  <li key={refusal.id}>
                    {String((data ?? []).find(record => record.id === refusal.id)?.name ?? refusal.id)}
                    {translate('kit.colon')}
                    {refusal.why}
                  </li>
                ))}
              </ul>
            </Alert>
          )}
        </DialogContent>
        <DialogActions sx={{ p: 4 }}>
          <Button onClick={() => setOpen(false)} disabled={isBusy}>
            {translate(refusals.length > 0 ? 'ra.action.close' : 'ra.action.cancel')}
          </Button>
          {refusals.length === 0 && (
            <Button variant="contained" color={isDangerous ? 'error' : 'primary'} loading={isBusy} onClick={() => void run()}>
              {translate('kit.bulk.confirm', { label, count: ids.length })}
            </Button>
          )}
        </DialogActions>
      </Dialog>
    </>
  )
}
