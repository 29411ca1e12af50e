/** A chart with its question above, the same figures as a table behind one click, and how they are worked out below. */
import ChartIcon from '@mui/icons-material/BarChartOutlined'
import TableIcon from '@mui/icons-material/TableRowsOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { Suspense, useState, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'

interface Props {
  title: string
  chart: ReactNode
  table: ReactNode
  /** The formula, and what is left out. */
  note?: ReactNode
  /** Room kept while the chart's code is loaded. */
  height?: number
  startWithTable?: boolean
}

export function ChartCard({ title, chart, table, note, height = 240, startWithTable = false }: Props) {
  const translate = useTranslate()
  const [isTable, setTable] = useState(startWithTable)
  return (
    <Paper component="section" sx={{ mb: 4, overflow: 'hidden', breakInside: 'avoid' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 4, pt: 3, pb: 2 }}>
        <Typography variant="h2" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        <Button
          className="no-print"
          color="secondary"
          startIcon={isTable ? <ChartIcon /> : <TableIcon />}
          onClick={() => setTable(!isTable)}
        >
          {translate(isTable ? 'kit.chart.showChart' : 'kit.chart.showTable')}
        </Button>
      </Box>
      {isTable ? (
        table
      ) : (
        <Box sx={{ px: 4, pb: 2, minWidth: 0 }}>
          <Suspense fallback={<Skeleton variant="rounded" height={height} />}>{chart}</Suspense>
        </Box>
      )}
      {note && (
        <Typography component="div" variant="caption" color="text.secondary" sx={{ px: 4, pb: 3, pt: 1 }}>
          {note}
        </Typography>
      )}
    </Paper>
  )
}
