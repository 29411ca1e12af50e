/** How the answers to each question fall on the scale of five, each bar a hundred per cent; patterns beside colours. Loaded only where shown. */
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { BarChart, BarLabel, type BarLabelProps } from '@mui/x-charts/BarChart'
import { printCount, printShare } from '../format'
import { labelSlots, LabelsProvider, nameAxis } from './labels'
import { lineCount, wrapLabel } from './wrap'

export interface ScaleBar {
  label: string
  /** Answers of 1, 2, 3, 4 and 5. */
  distribution: number[]
}

interface Props {
  title: string
  /** The words for 1 to 5. */
  scale: string[]
  bars: ScaleBar[]
}

const colours = {
  light: ['#b3261e', '#e0a04a', '#c3cbd1', '#7fc3bc', '#0b6e69'],
  dark: ['#f2938c', '#b07a2a', '#5f6e79', '#2f7d77', '#5cc8be'],
}
// Dark words on the light bars, light ones on the dark.
const onColours = {
  light: ['#fff', '#1b252d', '#1b252d', '#1b252d', '#fff'],
  dark: ['#11181c', '#11181c', '#fff', '#fff', '#11181c'],
}
const patternId = (index: number) => `kehou-scale-${index + 1}`

export function ScaleBars({ title, scale, bars }: Props) {
  const theme = useTheme()
  const mode = theme.palette.mode
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'))
  const labels = bars.map((bar) => wrapLabel(bar.label, isPhone ? 14 : 30, 5))
  const most = Math.max(1, ...labels.map(lineCount))
  const whole = bars.map((bar) => bar.distribution.reduce((sum, count) => sum + count, 0))
  return (
    <div role="group" aria-label={title}>
      <Legend scale={scale} colours={colours[mode]} />
      <LabelsProvider value={labels}>
        <BarChart
          layout="horizontal"
          height={bars.length * Math.max(36, most * 18 + 12) + 40}
          margin={{ left: 0, right: 32, top: 4, bottom: 0 }}
          hideLegend
          slots={{ ...labelSlots, barLabel: OnBar }}
          skipAnimation
          yAxis={[
            nameAxis(
              bars.map((bar) => bar.label),
              isPhone ? 116 : 232,
            ),
          ]}
          xAxis={[
            { min: 0, max: 100, height: 24, tickNumber: 5, valueFormatter: (value: number) => `${value}%` },
          ]}
          series={scale.map((word, index) => ({
            id: patternId(index),
            label: word,
            stack: 'answers',
            color: `url(#${patternId(index)})`,
            data: bars.map((bar, row) =>
              whole[row] ? ((bar.distribution[index] ?? 0) / (whole[row] ?? 1)) * 100 : 0,
            ),
            valueFormatter: (_value: number | null, { dataIndex }: { dataIndex: number }) =>
              `${printCount(bars[dataIndex]?.distribution[index] ?? 0)}（${printShare(bars[dataIndex]?.distribution[index] ?? 0, whole[dataIndex] ?? 0)}）`,
            barLabel: (item: { value: unknown }, { bar }: { bar: { width: number } }) =>
              typeof item.value === 'number' && bar.width > 34 ? `${Math.round(item.value)}%` : null,
          }))}
          sx={{ '& .MuiBarLabel-root': { fontSize: 12 } }}
        >
          <Patterns colours={colours[mode]} ink={mode === 'light' ? '#ffffff' : '#11181c'} />
        </BarChart>
      </LabelsProvider>
    </div>
  )
}

function OnBar(props: BarLabelProps) {
  const { mode } = useTheme().palette
  return (
    <BarLabel
      {...props}
      style={{ ...props.style, fill: onColours[mode][Number(String(props.seriesId).slice(-1)) - 1] }}
    />
  )
}

/** Strokes for the bad end, dots beside it, plain in the middle, and so on: told apart without colours too. */
const Patterns = ({ colours: fills, ink }: { colours: string[]; ink: string }) => (
  <defs>
    {fills.map((fill, index) => (
      <pattern key={fill} id={patternId(index)} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill={fill} />
        {index === 0 && (
          <path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" stroke={ink} strokeWidth="1.2" opacity="0.55" />
        )}
        {index === 1 && <circle cx="4" cy="4" r="1.2" fill={ink} opacity="0.7" />}
        {index === 3 && <path d="M0,7.5 h8" stroke={ink} strokeWidth="1" opacity="0.55" />}
      </pattern>
    ))}
  </defs>
)

const Legend = ({ scale, colours: fills }: { scale: string[]; colours: string[] }) => (
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
    {scale.map((word, index) => (
      <Box component="li" key={word} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <svg width="16" height="12" aria-hidden>
          <rect width="16" height="12" rx="2" fill={fills[index]} />
          {index === 0 && (
            <path d="M0,12 l12,-12 M6,12 l10,-10" stroke="#fff" strokeWidth="1.2" opacity="0.55" />
          )}
          {index === 1 && <circle cx="8" cy="6" r="1.5" fill="#fff" opacity="0.8" />}
          {index === 3 && <path d="M0,9 h16" stroke="#fff" opacity="0.7" />}
        </svg>
        {word}
      </Box>
    ))}
  </Box>
)
