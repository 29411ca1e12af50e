/** The way of the money as a drawing: bands from notices to the school and on to its classes, as wide as their amounts. */
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { useTranslate } from 'react-admin'
import { printFen } from '../../../shared'
import type { Flow } from '../types'
import { type Band, layFlow } from './lay-flow'

const mostClasses = 12
/** How wide the bars are between the ribbons. */
const bar = 10

export function FlowChart({ flow }: { flow: Flow }) {
  const theme = useTheme()
  const translate = useTranslate()
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'))
  const width = isPhone ? 340 : 900
  const { sources, targets } = useEnds(flow)
  const { height, left, right, middle } = layFlow(sources, targets)
  const labelWidth = isPhone ? 96 : 230
  const [x1, x2, x3] = [labelWidth, width / 2 - bar / 2, width - labelWidth - bar]
  const said = [...sources, ...targets].map((each) => `${each.label} ${printFen(each.fen)}`).join(', ')
  return (
    <Box sx={{ overflowX: 'hidden' }}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        role="img"
        aria-label={`${translate('funding.flowTitle')}: ${said}`}
      >
        {left.map((each) => (
          <Ribbon
            key={`from-${each.label}`}
            from={{ x: x1 + bar, y: each.y }}
            to={{ x: x2, y: each.middleY }}
            size={each.size}
          />
        ))}
        {right.map((each) => (
          <Ribbon
            key={`to-${each.label}`}
            from={{ x: x2 + bar, y: each.middleY }}
            to={{ x: x3, y: each.y }}
            size={each.size}
          />
        ))}
        {left.map((each) => (
          <Bar key={each.label} x={x1} band={each} />
        ))}
        {right.map((each) => (
          <Bar key={each.label} x={x3} band={each} />
        ))}
        <rect x={x2} y={middle.y} width={bar} height={middle.size} fill={theme.palette.primary.dark} />
        <text
          x={x2 + bar / 2}
          y={middle.y - 8}
          textAnchor="middle"
          fontSize={12}
          fontWeight={600}
          fill={theme.palette.text.primary}
        >
          {translate('funding.flowPot')}
        </text>
        {left.map((each) => (
          <Label key={each.label} band={each} x={x1 - 8} anchor="end" isPhone={isPhone} />
        ))}
        {right.map((each) => (
          <Label key={each.label} band={each} x={x3 + bar + 8} anchor="start" isPhone={isPhone} />
        ))}
      </svg>
    </Box>
  )
}

/** From where the money comes, and where it lies; what does not fit is one band. */
function useEnds(flow: Flow) {
  const translate = useTranslate()
  const classes = flow.classes
    .map((each) => ({
      label: each.className,
      fen: each.figures.receivedFen + each.figures.carriedFen - each.figures.returnedFen,
    }))
    .filter((each) => each.fen > 0)
  const rest = classes.slice(mostClasses)
  const sources = flow.notices
    .filter((each) => each.receivedOn !== null)
    .map((each) => ({ label: each.documentNumber ?? each.title, fen: each.amountFen }))
  if (flow.figures.carriedFen > 0)
    sources.push({ label: translate('funding.figures.carried'), fen: flow.figures.carriedFen })
  const targets = [
    ...(flow.pot.leftFen > 0 ? [{ label: translate('funding.pot'), fen: flow.pot.leftFen }] : []),
    ...classes.slice(0, mostClasses),
    ...(rest.length > 0
      ? [
          {
            label: translate('funding.flowOther', { count: rest.length }),
            fen: rest.reduce((sum, each) => sum + each.fen, 0),
          },
        ]
      : []),
  ]
  return { sources, targets }
}

interface Point {
  x: number
  y: number
}

function Ribbon({ from, to, size }: { from: Point; to: Point; size: number }) {
  const theme = useTheme()
  const half = (from.x + to.x) / 2
  return (
    <path
      d={`M${from.x},${from.y} C${half},${from.y} ${half},${to.y} ${to.x},${to.y} V${to.y + size} C${half},${to.y + size} ${half},${from.y + size} ${from.x},${from.y + size} Z`}
      fill={theme.palette.primary.main}
      opacity={0.25}
    />
  )
}

function Bar({ x, band }: { x: number; band: Band }) {
  const theme = useTheme()
  return <rect x={x} y={band.y} width={bar} height={band.size} fill={theme.palette.primary.main} />
}

interface LabelProps {
  band: Band
  x: number
  anchor: 'start' | 'end'
  isPhone: boolean
}

function Label({ band, x, anchor, isPhone }: LabelProps) {
  const { text } = useTheme().palette
  return (
    <text
      x={x}
      y={band.labelY}
      textAnchor={anchor}
      dominantBaseline="middle"
      fontSize={isPhone ? 10 : 12}
      fill={text.primary}
    >
      <tspan>{shorten(band.label, isPhone ? 8 : 16)}</tspan>
      {isPhone ? (
        <tspan x={x} dy="12" fill={text.secondary}>
          {printFen(band.fen)}
        </tspan>
      ) : (
        <tspan fill={text.secondary}>{`  ${printFen(band.fen)}`}</tspan>
      )}
    </text>
  )
}

const shorten = (label: string, most: number) =>
  label.length > most ? `${label.slice(0, most - 1)}…` : label
