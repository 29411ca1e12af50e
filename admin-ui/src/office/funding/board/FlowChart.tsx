/** The way of the money as a drawing: bands from notices to the school and on to its classes, as wide as their amounts. */
import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from '@mui/material/styles'
import { useTranslate } from 'react-admin'
import { printFen } from '../../../shared'
import type { Flow } from '../types'
import { type Band, layFlow } from './lay-flow'

const mostClasses = 12

export function FlowChart({ flow }: { flow: Flow }) {
  const theme = useTheme()
  const translate = useTranslate()
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'))
  const width = isPhone ? 340 : 900
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
  const { height, left, right, middle } = layFlow(sources, targets)
  const [labelWidth, bar] = [isPhone ? 96 : 230, 10]
  const [x1, x2, x3] = [labelWidth, width / 2 - bar / 2, width - labelWidth - bar]
  const text = (band: Band, x: number, anchor: 'start' | 'end') => (
    <text
      x={x}
      y={band.labelY}
      textAnchor={anchor}
      dominantBaseline="middle"
      fontSize={isPhone ? 10 : 12}
      fill={theme.palette.text.primary}
    >
      <tspan>{shorten(band.label, isPhone ? 8 : 16)}</tspan>
      {isPhone ? (
        <tspan x={x} dy="12" fill={theme.palette.text.secondary}>
          {printFen(band.fen)}
        </tspan>
      ) : (
        <tspan fill={theme.palette.text.secondary}>{`  ${printFen(band.fen)}`}</tspan>
      )}
    </text>
  )
  const band = (key: string, from: { x: number; y: number }, to: { x: number; y: number }, size: number) => {
    const half = (from.x + to.x) / 2
    return (
      <path
        key={key}
        d={`M${from.x},${from.y} C${half},${from.y} ${half},${to.y} ${to.x},${to.y} V${to.y + size} C${half},${to.y + size} ${half},${from.y + size} ${from.x},${from.y + size} Z`}
        fill={theme.palette.primary.main}
        opacity={0.25}
      />
    )
  }
  const said = [...sources, ...targets].map((each) => `${each.label} ${printFen(each.fen)}`).join(', ')
  return (
    <Box sx={{ overflowX: 'hidden' }}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        role="img"
        aria-label={`${translate('funding.flowTitle')}: ${said}`}
      >
        {left.map((each) =>
          band(`from-${each.label}`, { x: x1 + bar, y: each.y }, { x: x2, y: each.middleY }, each.size),
        )}
        {right.map((each) =>
          band(`to-${each.label}`, { x: x2 + bar, y: each.middleY }, { x: x3, y: each.y }, each.size),
        )}
        {left.map((each) => (
          <rect
            key={each.label}
            x={x1}
            y={each.y}
            width={bar}
            height={each.size}
            fill={theme.palette.primary.main}
          />
        ))}
        {right.map((each) => (
          <rect
            key={each.label}
            x={x3}
            y={each.y}
            width={bar}
            height={each.size}
            fill={theme.palette.primary.main}
          />
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
          <g key={each.label}>{text(each, x1 - 8, 'end')}</g>
        ))}
        {right.map((each) => (
          <g key={each.label}>{text(each, x3 + bar + 8, 'start')}</g>
        ))}
      </svg>
    </Box>
  )
}

const shorten = (label: string, most: number) =>
  label.length > most ? `${label.slice(0, most - 1)}…` : label
