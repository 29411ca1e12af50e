/** Setting up the authenticator: the password once more, a QR code, the first six digits. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent } from 'react'
import { useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice } from '../../../shared/ErrorNotice'
import { formTexts } from '../../../shared/formTexts'
import { useKehou } from '../../../shared/hooks'

type NewSecondFactor = Schemas['NewSecondFactorOut']
type RecoveryCodesOut = Schemas['RecoveryCodesOut']

export function SetUp({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const [begun, setBegun] = useState<NewSecondFactor | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [password = '', code = ''] = formTexts(event.currentTarget, 'password', 'code')
    setBusy(true)
    setError(null)
    try {
      if (!begun)
        setBegun(await kehou.call<NewSecondFactor>('POST', '/api/sign-in/second-factor/begin', { password }))
      else {
        const body = { code: code.replace(/\s/g, '') }
        const done = await kehou.call<RecoveryCodesOut>('POST', '/api/sign-in/second-factor/confirm', body)
        onDone(done.recoveryCodes)
      }
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box component="form" onSubmit={(event) => void submit(event)}>
      {!begun && (
        <>
          <Typography color="text.secondary">{translate('secondFactor.apps')}</Typography>
          <ErrorNotice error={error} />
          <TextField
            key="password"
            name="password"
            type="password"
            required
            label={translate('secondFactor.password')}
            slotProps={{ htmlInput: { autoComplete: 'current-password', maxLength: 200 } }}
          />
        </>
      )}
      {begun && (
        <>
          <Key begun={begun} />
          <Typography variant="h2">{translate('secondFactor.step2')}</Typography>
          <ErrorNotice error={error} />
          <TextField
            key="code"
            name="code"
            required
            autoFocus
            label={translate('secondFactor.code')}
            slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 12 } }}
          />
        </>
      )}
      <Button type="submit" variant="contained" loading={isBusy} sx={{ mt: 4 }}>
        {translate(begun ? 'secondFactor.confirm' : 'secondFactor.begin')}
      </Button>
    </Box>
  )
}

/** The secret, to be scanned or typed. */
function Key({ begun }: { begun: NewSecondFactor }) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="h2">{translate('secondFactor.step1')}</Typography>
      <Box
        component="img"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qrSvg)}`}
        alt={translate('secondFactor.step1Alt')}
        sx={{ width: 200, height: 200, my: 3, display: 'block', bgcolor: '#fff' }}
      />
      <Typography variant="body2" color="text.secondary">
        {translate('secondFactor.typed')}
      </Typography>
      <Typography
        data-testid="authenticator-key"
        sx={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', mb: 4, userSelect: 'all' }}
      >
        {begun.secret}
      </Typography>
    </>
  )
}
