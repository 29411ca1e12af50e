/** One figure: what it counts, how much, as of when. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { printDate, printInstant } from './format'
import { useTongue } from './hooks'

interface Props {
  label: string
  /** Undefined while it is being loaded: the space is kept. */
  value: ReactNode | undefined
  /** A local date or an instant. */
  asOf?: string | undefined
  help?: ReactNode
  to?: string
  meaning?: 'success' | 'warning' | 'error' | 'info'
}

export function Figure({ label, value, asOf, help, to, meaning }: Props) {
  const translate = useTranslate()
  const tongue = useTongue()
  const when = asOf ? (asOf.includes('T') ? printInstant(asOf) : printDate(asOf, tongue)) : undefined
  return (
    <Paper
      sx={{
        p: 4,
        minWidth: 0,
        display: 'block',
        color: 'inherit',
        textDecoration: 'none',
        ...(to ? { '&:hover': { borderColor: 'primary.main' } } : {}),
      }}
      {...(to ? { component: Link, to } : {})}
    >
      <Typography variant="body2" color="text.secondary">
        {label}
      </Typography>
      <Box
        sx={{
          fontSize: { xs: 17, sm: 26 },
          fontWeight: 650,
          lineHeight: 1.35,
          color: meaning ? `${meaning}.main` : 'text.primary',
          overflowWrap: 'anywhere',
        }}
      >
        {value === undefined ? <Skeleton width={120} /> : value}
      </Box>
      {(help !== undefined || when) && (
        <Typography variant="caption" color="text.secondary" component="div">
          {help}
          {help !== undefined && when ? ' · ' : ''}
          {when ? translate('kit.figure.asOf', { when }) : ''}
        </Typography>
      )}
    </Paper>
  )
}

/** Figures side by side; as many as there is room for. */
export const Figures = ({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 3,
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
      mb: 4,
    }}
  >
    {children}
  </Box>
)
