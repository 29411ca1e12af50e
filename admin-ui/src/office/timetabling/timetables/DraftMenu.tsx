/** Rarer acts on a draft: another name, another week beside it, throwing it away. */
import MoreIcon from '@mui/icons-material/MoreVert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { Confirm, useNotify, useRefresh, useTranslate } from 'react-admin'
import { useErrorText, useKehou } from '../../../shared'
import type { Timetable } from '../types'
import { useTimetableName } from './Beside'

interface Props {
  timetable: Timetable
  versions: Timetable[]
  onBeside: (version: number) => void
  onDeleted: () => void
}

export function DraftMenu({ timetable, versions, onBeside, onDeleted }: Props) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const errorText = useErrorText()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null)
  const others = versions.filter((each) => each.id !== timetable.id)
  const mayChange = timetable.actions.includes('update')
  if (others.length === 0 && !mayChange) return null
  const run = async (work: () => Promise<unknown>, done?: () => void) => {
    setAsking(null)
    try {
      await work()
      done?.()
      refresh()
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    }
  }
  const open = (what: 'rename' | 'delete') => {
    setAnchor(null)
    setAsking(what)
  }
  return (
    <>
      <IconButton
        className="no-print"
        aria-label={translate('timetabling.moreActs')}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreIcon />
      </IconButton>
      <ActsMenu
        anchor={anchor}
        setAnchor={setAnchor}
        others={others}
        onBeside={onBeside}
        mayChange={mayChange}
        open={open}
        timetable={timetable}
      />
      <Confirm
        isOpen={asking === 'delete'}
        title={translate('timetabling.deleteDraft')}
        content={translate('timetabling.deleteDraftConsequence', {
          version: timetable.version,
          count: timetable.placementCount,
        })}
        onConfirm={() => void run(() => kehou.call('DELETE', `/api/timetables/${timetable.id}`), onDeleted)}
        onClose={() => setAsking(null)}
      />
      {asking === 'rename' && (
        <RenameDialog
          timetable={timetable}
          onSave={(next) =>
            void run(() => kehou.call('PATCH', `/api/timetables/${timetable.id}`, { name: next }))
          }
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface ActsMenuProps {
  anchor: HTMLElement | null
  setAnchor: (value: HTMLElement | null) => void
  others: Timetable[]
  onBeside: (version: number) => void
  mayChange: boolean
  open: (what: 'rename' | 'delete') => void
  timetable: Timetable
}

function ActsMenu({ anchor, setAnchor, others, onBeside, mayChange, open, timetable }: ActsMenuProps) {
  const translate = useTranslate()
  const name = useTimetableName()
  return (
    <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
      {others.length > 0 && <ListSubheader>{translate('timetabling.showBeside')}</ListSubheader>}
      {others.map((each) => (
        <MenuItem
          key={each.id}
          onClick={() => {
            setAnchor(null)
            onBeside(each.version)
          }}
        >
          {name(each)}
        </MenuItem>
      ))}
      {mayChange && <ListSubheader>{translate('timetabling.thisDraft')}</ListSubheader>}
      {mayChange && <MenuItem onClick={() => open('rename')}>{translate('timetabling.rename')}</MenuItem>}
      {timetable.actions.includes('delete') && (
        <MenuItem onClick={() => open('delete')}>{translate('timetabling.deleteDraft')}</MenuItem>
      )}
    </Menu>
  )
}

function RenameDialog({
  timetable,
  onSave,
  onClose,
}: {
  timetable: Timetable
  onSave: (name: string | null) => void
  onClose: () => void
}) {
  const translate = useTranslate()
  const [text, setText] = useState(timetable.name ?? '')
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="rename-title">
      <DialogTitle id="rename-title">{translate('timetabling.rename')}</DialogTitle>
      <DialogContent>
        <TextField
          fullWidth
          autoFocus
          label={translate('timetabling.versionName')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          helperText={translate('timetabling.versionNameHelp')}
          slotProps={{ htmlInput: { maxLength: 60 } }}
        />
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" onClick={() => onSave(text.trim() === '' ? null : text.trim())}>
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
