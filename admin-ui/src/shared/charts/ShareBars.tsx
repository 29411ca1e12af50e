/** One bar for each thing: a share of its whole, from zero to a hundred per cent. Loaded only where a chart is shown. */
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import { printPerMille } from '../format'
import { labelSlots, LabelsProvider, nameAxis } from './labels'
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
  const labels = bars.map((bar) => wrapLabel(bar.label, isPhone ? 14 : 28))
  const most = Math.max(1, ...labels.map(lineCount))
  return (
    <div role="group" aria-label={title}>
      <LabelsProvider value={labels}>
        <BarChart
          layout="horizontal"
          height={bars.length * Math.max(34, most * 18 + 12) + 40}
          margin={{ left: 0, right: 12, top: 4, bottom: 0 }}
          hideLegend
          slots={labelSlots}
          skipAnimation
          yAxis={[
            nameAxis(
              bars.map((bar) => bar.label),
              isPhone ? 116 : 216,
            ),
          ]}
          xAxis={[
            {
              min: 0,
              max: isPhone ? 130 : 112,
              height: 24,
              tickInterval: [0, 20, 40, 60, 80, 100],
              valueFormatter: (value: number) => `${value}%`,
            },
          ]}
          grid={{ vertical: true }}
          series={[
            {
              data: bars.map((bar) => (bar.perMille === null ? null : bar.perMille / 10)),
              color: theme.palette.primary.main,
              barLabelPlacement: 'outside',
              barLabel: ({ dataIndex }) => {
                const share = bars[dataIndex]?.perMille
                return share === null || share === undefined ? null : printPerMille(share)
              },
              valueFormatter: (value: number | null) => (value === null ? '–' : `${value.toFixed(1)}%`),
            },
          ]}
          {...(onOpen
            ? {
                onItemClick: (_event: unknown, { dataIndex }: { dataIndex?: number }) => {
                  const bar = bars[dataIndex ?? -1]
                  if (bar) onOpen(bar.id)
                },
              }
            : {})}
          sx={onOpen ? { '& .MuiBarElement-root': { cursor: 'pointer' } } : {}}
        />
      </LabelsProvider>
    </div>
  )
}
