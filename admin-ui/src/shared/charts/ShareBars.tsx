/** One bar for each thing: a share of its whole, from zero to a hundred per cent. Loaded only where a chart is shown. */
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import { printPerMille } from '../format'
import { lineCount, wrapLabel } from './wrap'

export interface ShareBar {
  id: number | string
  label: string
  /** Null: not shown. */
  perMille: number | null
}

interface Props {
  title: string
  bars: ShareBar[]
  onOpen?: (id: number | string) => void
}

export function ShareBars({ title, bars, onOpen }: Props) {
  const theme = useTheme()
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'))
  const labels = bars.map(bar => wrapLabel(bar.label, isPhone ? 14 : 28))
  const most = Math.max(1, ...labels.map(lineCount))
  return (
    <div role="group" aria-label={title}>
      <BarChart
        layout="horizontal"
        height={bars.length * Math.max(34, most * 18 + 12) + 40}
        margin={{ left: 0, right: 48, top: 4, bottom: 0 }}
        hideLegend
        skipAnimation
        yAxis={[{ scaleType: 'band', data: bars.map((_bar, index) => index), valueFormatter: (index: number) => labels[index] ?? '', width: isPhone ? 116 : 216, disableLine: true, disableTicks: true, categoryGapRatio: 0.4, tickLabelStyle: { fontSize: 13 } }]}
        xAxis={[{ min: 0, max: 100, height: 24, tickNumber: 5, valueFormatter: (value: number) => `${value}%` }]}
        grid={{ vertical: true }}
        series={[{
          data: bars.map(bar => (bar.perMille === null ? null : bar.perMille / 10)), color: theme.palette.primary.main, barLabelPlacement: 'outside',
          barLabel: ({ dataIndex }) => { const share = bars[dataIndex]?.perMille; return share === null || share === undefined ? null : printPerMille(share) },
          valueFormatter: (value: number | null) => (value === null ? '–' : `${value.toFixed(1)}%`),
        }]}
        {...(onOpen ? { onItemClick: (_event: unknown, { dataIndex }: { dataIndex?: number }) => { const bar = bars[dataIndex ?? -1]; if (bar) onOpen(bar.id) } } : {})}
        sx={onOpen ? { '& .MuiBarElement-root': { cursor: 'pointer' } } : {}}
      />
    </div>
  )
}
