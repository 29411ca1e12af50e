/** A table of figures that is read and printed: first column words, the others figures, sums below. */
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactNode } from 'react'

interface Row {
  key: string | number
  cells: ReactNode[]
}

interface Props {
  caption: string
  head: ReactNode[]
  rows: Row[]
  foot?: ReactNode[]
  /** How many columns from the left hold words. */
  words?: number
  maxHeight?: string | number
}

export function FigureTable({
  caption,
  head,
  rows,
  foot,
  words = 1,
  maxHeight = 'calc(100vh - 300px)',
}: Props) {
  const align = (column: number) => (column < words ? 'left' : 'right')
  const figure = { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const
  return (
    <TableContainer
      sx={{ maxHeight, '@media print': { maxHeight: 'none' } }}
      tabIndex={0}
      aria-label={caption}
    >
      <Table size="small" stickyHeader sx={{ '& .MuiTableCell-root': { px: 2 } }}>
        <TableHead>
          <TableRow>
            {head.map((cell, column) => (
              <TableCell key={column} align={align(column)} sx={{ whiteSpace: 'nowrap' }}>
                {cell}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.key} hover>
              {row.cells.map((cell, column) => (
                <TableCell
                  key={column}
                  align={align(column)}
                  sx={column >= words ? figure : column === 0 ? { whiteSpace: 'nowrap' } : { minWidth: 120 }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        {foot && (
          <TableFooter>
            <TableRow>
              {foot.map((cell, column) => (
                <TableCell
                  key={column}
                  align={align(column)}
                  sx={{
                    ...figure,
                    fontWeight: 650,
                    color: 'text.primary',
                    fontSize: 14,
                    position: 'sticky',
                    bottom: 0,
                    bgcolor: 'background.paper',
                    borderTop: 1,
                    borderColor: 'divider',
                  }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          </TableFooter>
        )}
      </Table>
    </TableContainer>
  )
}
