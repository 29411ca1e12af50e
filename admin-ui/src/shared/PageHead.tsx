/** The title of a screen, which is also the browser's title, with the acts at its right. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'

interface Props {
  title: string
  /** Beside the title: a status chip. */
  beside?: ReactNode
  under?: ReactNode
  children?: ReactNode
}

export function PageHead({ title, beside, under, children }: Props) {
  const translate = useTranslate()
  const product = translate('kit.product')
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product
  }, [title, product])
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 3, minHeight: 36 }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {beside}
        </Box>
        {under && (
          <Typography component="div" color="text.secondary">
            {under}
          </Typography>
        )}
      </Box>
      {/* A field with its label above it and a button beside it stand on one line. */}
      {children && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 2 }}>{children}</Box>
      )}
    </Box>
  )
}
