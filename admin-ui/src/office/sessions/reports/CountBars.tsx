/** One bar for each thing: a count from zero. Loaded only where it is shown. */
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import { labelSlots, LabelsProvider, nameAxis } from '../../../shared/charts/labels'

interface Props {
  title: string
  bars: { id: string | number; label: string; value: number }[]
  print: (value: number) => string
}

export function CountBars({ title, bars, print }: Props) {
  const theme = useTheme()
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'))
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <div role="group" aria-label={title}>
      <LabelsProvider value={bars.map((bar) => bar.label)}>
        <BarChart
          layout="horizontal"
          height={bars.length * 30 + 40}
          margin={{ left: 0, right: 12, top: 4, bottom: 0 }}
          hideLegend
          slots={labelSlots}
          skipAnimation
          yAxis={[
            nameAxis(
              bars.map((bar) => bar.label),
              isPhone ? 84 : 120,
            ),
          ]}
          xAxis={[
            {
              min: 0,
              max: most * (isPhone ? 1.35 : 1.12),
              height: 24,
              tickNumber: isPhone ? 3 : 6,
              tickMinStep: 1,
              valueFormatter: (value: number) => print(value),
            },
          ]}
          grid={{ vertical: true }}
          series={[
            {
              data: bars.map((bar) => bar.value),
              color: theme.palette.primary.main,
              barLabelPlacement: 'outside',
              barLabel: ({ dataIndex }) => print(bars[dataIndex]?.value ?? 0),
              valueFormatter: (value: number | null) => print(value ?? 0),
            },
          ]}
        />
      </LabelsProvider>
    </div>
  )
}
