/** How rows that are accepted were read, and what of them was left out. */
import Alert from '@mui/material/Alert'
import { useTranslate } from 'react-admin'
import { printCount } from '../../../shared'
import type { ImportNote, ImportRun } from './import-run'

export function NoteList({ run }: { run: ImportRun }) {
  const translate = useTranslate()
  const where = ({ places, count }: ImportNote) =>
    translate(count > places.length ? 'exchange.rowsAndMore' : 'exchange.rowsThese', {
      rows: places.map(({ row }) => row).join(translate('kit.comma')),
      count: printCount(count),
    })
  return run.notes.map((note) => (
    <Alert key={note.sentence} severity="info" sx={{ mb: 3, overflowWrap: 'anywhere' }}>
      {`${note.sentence} ${where(note)}`}
    </Alert>
  ))
}
