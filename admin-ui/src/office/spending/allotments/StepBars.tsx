/** A waterfall: each step from where the one before left off; words and amounts beside the bars, so that nothing hangs on colour. */
import Box from '@mui/material/Box'
import { Fragment } from 'react'

interface Props {
  title: string
  steps: { key: string; label: string; from: number; to: number; amount: string }[]
}

const colours: Record<string, string> = {
  spent: 'warning.main',
  committed: 'info.main',
  returned: 'text.disabled',
  left: 'success.main',
}

export function StepBars({ title, steps }: Props) {
  const most = Math.max(1, ...steps.flatMap((step) => [step.from, step.to]))
  const percent = (fen: number) => `${(Math.max(0, fen) / most) * 100}%`
  return (
    <Box
      role="img"
      aria-label={`${title}: ${steps.map((step) => `${step.label} ${step.amount}`).join(', ')}`}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'auto minmax(0, 1fr) auto',
        columnGap: 3,
        rowGap: 2,
        alignItems: 'center',
        py: 2,
        fontSize: 14,
      }}
    >
      {steps.map((step) => (
        <Fragment key={step.key}>
          <span>{step.label}</span>
          <Box sx={{ position: 'relative', height: 22, bgcolor: 'action.hover', borderRadius: 1 }}>
            <Box
              sx={{
                position: 'absolute',
                top: 0,
                bottom: 0,
                left: percent(Math.min(step.from, step.to)),
                width: `calc(${percent(Math.abs(step.to - step.from))})`,
                minWidth: step.from === step.to ? 0 : 2,
                bgcolor: colours[step.key] ?? 'primary.main',
                borderRadius: 1,
              }}
            />
          </Box>
          <Box component="span" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
            {step.amount}
          </Box>
        </Fragment>
      ))}
    </Box>
  )
}
