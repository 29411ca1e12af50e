/** A table of figures that is read and printed: first columns words, the others figures, sums below. On a phone row under row. */
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { ReactNode } from 'react'
import { visuallyHidden } from './visuallyHidden'

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

/** So many columns have room beside each other on a phone; of more the figures would be behind its edge. */
const fitPhone = 3

export function FigureTable(props: Props) {
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  return isPhone && props.head.length > fitPhone ? <RowsBelow {...props} /> : <Columns {...props} />
}

function Columns({ caption, head, rows, foot, words = 1, maxHeight = 'calc(100vh - 300px)' }: Props) {
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

/** Each row as a block: its first cell as the title, the others below with the names of their columns. */
function RowsBelow({ caption, head, rows, foot, words = 1 }: Props) {
  return (
    <Box component="ul" aria-label={caption} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map(({ key, cells }) => (
        <Block key={key} head={head} cells={cells} words={words} />
      ))}
      {foot && <Block head={head} cells={foot} words={words} isSum />}
    </Box>
  )
}

const isEmpty = (cell: ReactNode) => cell === '' || cell === null || cell === undefined || cell === false

interface BlockProps {
  head: ReactNode[]
  cells: ReactNode[]
  words: number
  isSum?: boolean
}

function Block({ head, cells, words, isSum = false }: BlockProps) {
  const [title, ...rest] = cells
  return (
    <Box
      component="li"
      sx={{
        px: 4,
        py: 2.5,
        borderTop: 1,
        borderColor: 'divider',
        fontWeight: isSum ? 650 : 400,
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ fontWeight: isSum ? 650 : 550 }}>{title}</Box>
      <Box component="dl" sx={{ m: 0 }}>
        {rest.map((cell, index) => {
          const column = index + 1
          if (isEmpty(cell)) return null
          const isNamed = !isEmpty(head[column])
          const isFigure = column >= words
          return (
            <Box key={column} sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
              <Box
                component="dt"
                sx={
                  isNamed
                    ? { color: 'text.secondary', fontWeight: 400, minWidth: isFigure ? 0 : 'max-content' }
                    : visuallyHidden
                }
              >
                {head[column]}
              </Box>
              <Box
                component="dd"
                sx={{
                  m: 0,
                  minWidth: 0,
                  ...(isNamed ? { textAlign: 'right' } : { pt: 1 }),
                  ...(isFigure
                    ? { fontVariantNumeric: 'tabular-nums', flexShrink: 0, maxWidth: '75%' }
                    : { overflowWrap: 'anywhere' }),
                }}
              >
                {cell}
              </Box>
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
