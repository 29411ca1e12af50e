/** Something else has to be there first: why nothing is here yet, and the way to it. */
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { EmptyState } from '../../shared'

export function NeedsFirst({
  why,
  next,
  to,
  label,
}: {
  why: string
  next: string
  to: string
  label: string
}) {
  const translate = useTranslate()
  return (
    <Paper>
      <EmptyState
        why={translate(why)}
        next={translate(next)}
        action={
          <Button component={Link} to={to} variant="contained">
            {translate(label)}
          </Button>
        }
      />
    </Paper>
  )
}
