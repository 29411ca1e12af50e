import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'

const steps = ['upload', 'columns', 'preview', 'result'] as const

/** Where one is: upload, columns, preview, result. */
export function ImportSteps({ at }: { at: number }) {
  const translate = useTranslate()
  return (
    <Box
      component="ol"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, listStyle: 'none', p: 0, m: 0, mb: 4 }}
    >
      {steps.map((step, i) => (
        <Box
          component="li"
          key={step}
          aria-current={i === at ? 'step' : undefined}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.5,
            color: i === at ? 'primary.main' : i < at ? 'text.primary' : 'text.secondary',
            fontWeight: i === at ? 650 : 400,
          }}
        >
          <Box
            component="span"
            aria-hidden
            sx={{
              width: 22,
              height: 22,
              borderRadius: '50%',
              display: 'grid',
              placeItems: 'center',
              fontSize: 13,
              border: 1,
              borderColor: 'currentColor',
              ...(i === at
                ? { bgcolor: 'primary.main', color: 'primary.contrastText', borderColor: 'primary.main' }
                : {}),
            }}
          >
            {i + 1}
          </Box>
          {translate(`exchange.steps.${step}`)}
        </Box>
      ))}
    </Box>
  )
}
