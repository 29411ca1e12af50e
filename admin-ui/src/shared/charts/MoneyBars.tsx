/** The parts of a sum for each thing, in 万元 from zero. Loaded only where a chart is shown. */
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import { printFen, printWan } from '../format'
import { useTongue } from '../hooks'
import { labelSlots, LabelsProvider, nameAxis } from './labels'
import { lineCount, wrapLabel } from './wrap'

interface Props {
  title: string
  parts: { key: string; label: string }[]
  bars: { id: string; label: string; figures: Record<string, number> }[]
  onOpen?: (id: string) => void
}

const fills = { light: ['#0b6e69', '#8a5300', '#9fb0bb'], dark: ['#5cc8be', '#e8b25a', '#5f6e79'] }

export function MoneyBars({ title, parts, bars, onOpen }: Props) {
  const theme = useTheme()
  const tongue = useTongue()
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'))
  const colours = fills[theme.palette.mode]
  const labels = bars.map((bar) => wrapLabel(bar.label, isPhone ? 14 : 28))
  const most = Math.max(1, ...labels.map(lineCount))
  return (
    <div role="group" aria-label={title}>
      <Legend parts={parts} colours={colours} />
      <LabelsProvider value={labels}>
        <BarChart
          layout="horizontal"
          height={bars.length * Math.max(36, most * 18 + 12) + 40}
          margin={{ left: 0, right: 24, top: 4, bottom: 0 }}
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
              height: 24,
              tickNumber: isPhone ? 3 : 6,
              valueFormatter: (fen: number) => printWan(fen, tongue),
            },
          ]}
          grid={{ vertical: true }}
          series={parts.map((part, index) => ({
            id: `money-${part.key}`,
            label: part.label,
            stack: 'money',
            color: index === 1 ? 'url(#kehou-money-hatch)' : (colours[index] ?? ''),
            data: bars.map((bar) => bar.figures[part.key] ?? 0),
            valueFormatter: (fen: number | null) => printFen(fen ?? 0),
          }))}
          {...(onOpen
            ? {
                onItemClick: (_event: unknown, { dataIndex }: { dataIndex?: number }) => {
                  const bar = bars[dataIndex ?? -1]
                  if (bar) onOpen(bar.id)
                },
              }
            : {})}
          sx={onOpen ? { '& .MuiBarElement-root': { cursor: 'pointer' } } : {}}
        >
          <Hatch colour={colours[1]} />
        </BarChart>
      </LabelsProvider>
    </div>
  )
}

function Legend({ parts, colours }: { parts: Props['parts']; colours: string[] }) {
  return (
    <Box
      component="ul"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        rowGap: 1,
        listStyle: 'none',
        m: 0,
        p: 0,
        mb: 2,
        fontSize: 13,
      }}
    >
      {parts.map((part, index) => (
        <Box component="li" key={part.key} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <svg width="16" height="12" aria-hidden>
            <rect width="16" height="12" rx="2" fill={colours[index]} />
            {index === 1 && (
              <path d="M0,12 l12,-12 M6,12 l10,-10" stroke="#fff" strokeWidth="1.4" opacity="0.6" />
            )}
          </svg>
          {part.label}
        </Box>
      ))}
    </Box>
  )
}

/** Told apart without colours too. */
const Hatch = ({ colour }: { colour: string | undefined }) => (
  <defs>
    <pattern id="kehou-money-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={colour} />
      <path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" stroke="#fff" strokeWidth="1.4" opacity="0.6" />
    </pattern>
  </defs>
)
