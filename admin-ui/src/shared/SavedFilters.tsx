/** Filters and order that somebody uses often, kept under a name in this browser. */
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import BookmarkIcon from '@mui/icons-material/BookmarkBorderOutlined'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent } from 'react'
import {
  useListContext,
  useResourceContext,
  useSavedQueries,
  useTranslate,
  type SavedQuery,
} from 'react-admin'

export function SavedFilters() {
  const translate = useTranslate()
  const resource = useResourceContext() ?? ''
  const [saved, setSaved] = useSavedQueries(resource)
  const { filterValues, displayedFilters, sort, perPage, setFilters, setSort } = useListContext()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isNaming, setNaming] = useState(false)
  const isFiltered = Object.keys(filterValues as object).length > 0

  const apply = (one: SavedQuery) => {
    setAnchor(null)
    setFilters((one.value.filter ?? {}) as Record<string, unknown>, one.value.displayedFilters ?? [])
    if (one.value.sort) setSort(one.value.sort)
  }
  const keep = (label: string) => {
    const value = {
      filter: filterValues as object,
      displayedFilters: displayedFilters as object as unknown[],
      sort,
      perPage,
    }
    setSaved([...saved.filter((one) => one.label !== label), { label, value }])
    setNaming(false)
  }
  if (!isFiltered && saved.length === 0) return null
  return (
    <>
      <Button
        color="secondary"
        startIcon={<BookmarkIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('kit.list.saved')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {saved.map((one) => (
          <MenuItem key={one.label} onClick={() => apply(one)}>
            <ListItemText>{one.label}</ListItemText>
            <IconButton
              aria-label={translate('ra.saved_queries.remove_label_with_name', { name: one.label })}
              onClick={(event) => {
                event.stopPropagation()
                setSaved(saved.filter((other) => other !== one))
              }}
              sx={{ ml: 3 }}
            >
              <DeleteIcon fontSize="small" />
            </IconButton>
          </MenuItem>
        ))}
        {saved.length > 0 && isFiltered && <Divider />}
        {isFiltered && (
          <MenuItem
            onClick={() => {
              setAnchor(null)
              setNaming(true)
            }}
          >
            {translate('ra.saved_queries.new_label')}
          </MenuItem>
        )}
      </Menu>
      {isNaming && <NameDialog onClose={() => setNaming(false)} onKeep={keep} />}
    </>
  )
}

function NameDialog({ onClose, onKeep }: { onClose: () => void; onKeep: (name: string) => void }) {
  const translate = useTranslate()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onKeep(name.trim())
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="save-filter">
      <form onSubmit={submit}>
        <DialogTitle id="save-filter">{translate('ra.saved_queries.new_dialog_title')}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            label={translate('ra.saved_queries.query_name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 40 } }}
          />
        </DialogContent>
        <DialogActions sx={{ p: 4 }}>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={name.trim() === ''}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
