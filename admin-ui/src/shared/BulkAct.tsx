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
import {
  useGetRecordRepresentation,
  useListContext,
  useRefresh,
  useResourceContext,
  useTranslate,
  type Identifier,
  type RaRecord,
} from 'react-admin'
import { useErrorText } from './hooks'

interface Props {
  label: string
  icon?: ReactNode
  /** One sentence about what will happen to so many rows. */
  consequence: (count: number, records: RaRecord[]) => string
  /** `row`: as the list shows it, with the revision that the person saw. */
  act: (row: RaRecord) => Promise<unknown>
  isDangerous?: boolean
}

interface Refusal {
  id: Identifier
  why: string
}

export function BulkAct({ label, icon, isDangerous = false, ...rest }: Props) {
  const { selectedIds } = useListContext<RaRecord>()
  // The rows that were chosen when the dialog was opened; the list may change under it.
  const [ids, setIds] = useState<Identifier[] | null>(null)
  return (
    <>
      <Button
        startIcon={icon}
        color={isDangerous ? 'error' : 'primary'}
        onClick={() => setIds([...selectedIds])}
      >
        {label}
      </Button>
      {ids && (
        <BulkDialog
          {...rest}
          label={label}
          isDangerous={isDangerous}
          ids={ids}
          onClose={() => setIds(null)}
        />
      )}
    </>
  )
}

type DialogProps = Required<Pick<Props, 'label' | 'consequence' | 'act' | 'isDangerous'>> & {
  ids: Identifier[]
  onClose: () => void
}

/** One after another, so that a refusal stops nothing and is told with its row. */
function useBulk({ ids, act, onClose }: Pick<DialogProps, 'ids' | 'act' | 'onClose'>) {
  const errorText = useErrorText()
  const refresh = useRefresh()
  const { data, onUnselectItems } = useListContext<RaRecord>()
  const [done, setDone] = useState<number | null>(null)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const run = async () => {
    const refused: Refusal[] = []
    for (const [i, id] of ids.entries()) {
      setDone(i)
      try {
        await act(data?.find((row) => row.id === id) ?? { id })
      } catch (error) {
        refused.push({ id, why: errorText(error) })
      }
    }
    setDone(ids.length)
    setRefusals(refused)
    refresh()
    if (refused.length === 0) {
      onUnselectItems()
      onClose()
    }
  }
  return { done, refusals, run, isBusy: done !== null && done < ids.length }
}

function BulkDialog({ label, consequence, act, isDangerous, ids, onClose }: DialogProps) {
  const translate = useTranslate()
  const { data } = useListContext<RaRecord>()
  const { done, refusals, run, isBusy } = useBulk({ ids, act, onClose })
  const nameOf = useGetRecordRepresentation(useResourceContext() ?? '')
  const rows = data ?? []
  return (
    <Dialog
      open
      onClose={() => (isBusy ? undefined : onClose())}
      fullWidth
      maxWidth="sm"
      aria-labelledby="bulk-title"
    >
      <DialogTitle id="bulk-title">{label}</DialogTitle>
      <DialogContent>
        <Typography>
          {consequence(
            ids.length,
            rows.filter((record) => ids.includes(record.id)),
          )}
        </Typography>
        {done !== null && (
          <LinearProgress
            variant="determinate"
            value={Math.floor((done * 100) / Math.max(ids.length, 1))}
            sx={{ my: 3 }}
            aria-label={label}
          />
        )}
        {refusals.length > 0 && (
          <Alert severity="warning">
            {translate('kit.bulk.partly', { done: ids.length - refusals.length, refused: refusals.length })}
            <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
              {refusals.map((refusal) => (
                <li key={refusal.id}>
                  {nameOf(rows.find((record) => record.id === refusal.id) ?? { id: refusal.id })}
                  {translate('kit.colon')}
                  {refusal.why}
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} disabled={isBusy}>
          {translate(refusals.length > 0 ? 'ra.action.close' : 'ra.action.cancel')}
        </Button>
        {refusals.length === 0 && (
          <Button
            variant="contained"
            color={isDangerous ? 'error' : 'primary'}
            loading={isBusy}
            onClick={() => void run()}
          >
            {translate('kit.bulk.confirm', { label, count: ids.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
