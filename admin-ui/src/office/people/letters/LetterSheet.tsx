import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { printDate, useTongue } from '../../../shared'

export type Letter = Schemas['LetterOut']

/** One page of paper for one child; black on white in every appearance. */
export function LetterSheet({ letter }: { letter: Letter }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const qr = `data:image/svg+xml;utf8,${encodeURIComponent(letter.qrSvg)}`
  return (
    <Box
      component="article"
      sx={{
        bgcolor: '#fff',
        color: '#111',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        p: { xs: 4, sm: 8 },
        mb: 4,
        maxWidth: 720,
        '@media print': { border: 0, p: 0, m: 0, maxWidth: 'none', breakAfter: 'page', breakInside: 'avoid' },
        '&:last-of-type': { breakAfter: 'auto' },
      }}
    >
      <Typography sx={{ color: '#444' }}>
        {letter.schoolName} · {letter.className}
      </Typography>
      <Typography variant="h1" component="h2" sx={{ my: 3 }}>
        {translate('letters.heading', { name: letter.studentName })}
      </Typography>
      <Typography sx={{ fontSize: 16 }}>
        {translate('letters.greeting', { school: letter.schoolName })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 6, my: 6, alignItems: 'flex-start' }}>
        <Box
          component="ol"
          sx={{ flex: '1 1 260px', m: 0, pl: 5, fontSize: 16, '& li': { mb: 3, overflowWrap: 'anywhere' } }}
        >
          <li>{translate('letters.step1', { address: letter.address })}</li>
          <li>{translate('letters.step2')}</li>
        </Box>
        <img src={qr} alt="" width={168} height={168} />
      </Box>
      <Box sx={{ border: '2px solid #111', borderRadius: 2, p: 4, textAlign: 'center' }}>
        <Typography sx={{ color: '#444' }}>{translate('letters.code')}</Typography>
        <Typography
          sx={{
            fontSize: 28,
            fontWeight: 700,
            letterSpacing: 3,
            fontFamily: 'ui-monospace, Consolas, monospace',
          }}
        >
          {letter.code}
        </Typography>
      </Box>
      <Typography sx={{ mt: 5, fontSize: 14 }}>
        {translate('letters.valid', { date: printDate(letter.expiresOn, tongue) })}
      </Typography>
      <Typography sx={{ fontSize: 14 }}>{translate('letters.private')}</Typography>
    </Box>
  )
}
