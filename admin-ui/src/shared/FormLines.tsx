/** The lines of a form, each with its own button to take it out and one below to add another, which says what it adds. */
import AddIcon from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { SimpleFormIterator, useSimpleFormIterator, useTranslate } from 'react-admin'
import { visuallyHidden } from './visuallyHidden'

interface Props {
  children: ReactNode
  /** A text key. */
  addLabel: string
  /** Lines that may only be looked at. */
  isReadOnly?: boolean
}

export const FormLines = ({ children, addLabel, isReadOnly = false }: Props) => (
  <SimpleFormIterator
    disableReordering
    disableClear
    disableAdd={isReadOnly}
    disableRemove={isReadOnly}
    fullWidth
    addButton={<AddLine label={addLabel} />}
    sx={{
      '& .RaSimpleFormIterator-line': { alignItems: 'flex-start' },
      // The library shows it only under the mouse, where no keyboard comes; it stands level with the fields.
      '& .RaSimpleFormIterator-action': { visibility: 'visible', pt: { md: '31px' } },
      // Beside each other the first line says what stands in all of them.
      '& .RaSimpleFormIterator-line:not(:first-of-type)': {
        '& .MuiInputLabel-root': { '@media (min-width: 900px)': visuallyHidden },
        '& .RaSimpleFormIterator-action': { pt: { md: '6px' } },
      },
    }}
  >
    {children}
  </SimpleFormIterator>
)

function AddLine({ label }: { label: string }) {
  const translate = useTranslate()
  const { add } = useSimpleFormIterator()
  return (
    <Button variant="outlined" startIcon={<AddIcon />} onClick={() => add()} sx={{ mt: 2 }}>
      {translate(label)}
    </Button>
  )
}
