/** One's own authenticator; also the only page before a role that needs one has set it up. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAuthProvider, useLogout, useTranslate } from 'react-admin'
import { useNavigate } from 'react-router'
import type { KehouAuthProvider } from '../../../api/authProvider'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice } from '../../../shared/ErrorNotice'
import { FormDialog } from '../../../shared/FormDialog'
import { useActor, useAnswer, useKehou } from '../../../shared/hooks'
import { LanguageSwitch } from '../SignIn'
import { PageHead } from '../../../shared/PageHead'
import { RecoveryCodes } from './RecoveryCodes'
import { SetUp } from './SetUp'

type Status = Schemas['SecondFactorOut']

export function SecondFactorPage() {
  const translate = useTranslate()
  const actor = useActor()
  const auth = useAuthProvider<KehouAuthProvider>()
  const questions = useQueryClient()
  const navigate = useNavigate()
  const signOut = useLogout()
  const { data: status, error, isPending, refetch } = useAnswer<Status>('/api/sign-in/second-factor')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const isDue = actor?.mustSetUpSecondFactor === true

  // Who had to set it up goes on to the day's work; everybody else stays here.
  const kept = async () => {
    setCodes(null)
    auth?.forget()
    await refetch()
    await questions.invalidateQueries()
    if (isDue) await navigate('/')
  }
  if (isPending) return <Skeleton variant="rounded" height={240} />
  return (
    <Box sx={{ maxWidth: 560, width: '100%' }}>
      <PageHead title={translate('menu.second-factor')} under={translate('secondFactor.under')} />
      {isDue && !codes && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('secondFactor.must')}
        </Alert>
      )}
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <Paper sx={{ p: { xs: 4, sm: 6 } }}>
        {codes ? (
          <RecoveryCodes codes={codes} onKept={() => void kept()} />
        ) : status?.isOn ? (
          <Present status={status} onCodes={setCodes} onOff={() => void refetch()} />
        ) : (
          <SetUp onDone={setCodes} />
        )}
      </Paper>
      {isDue && !codes && (
        <Box sx={{ mt: 3, display: 'flex', gap: 2 }}>
          <Button onClick={() => void signOut()}>{translate('kit.shell.signOut')}</Button>
          <LanguageSwitch />
        </Box>
      )}
    </Box>
  )
}

function Present({
  status,
  onCodes,
  onOff,
}: {
  status: Status
  onCodes: (codes: readonly string[]) => void
  onOff: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const [act, setAct] = useState<'renew' | 'turnOff' | null>(null)
  const [password, setPassword] = useState('')
  const close = () => {
    setAct(null)
    setPassword('')
  }
  const send = async () => {
    if (act === 'renew') {
      const path = '/api/sign-in/second-factor/recovery-codes'
      const { recoveryCodes } = await kehou.call<Schemas['RecoveryCodesOut']>('POST', path, { password })
      onCodes(recoveryCodes)
    } else {
      await kehou.call('POST', '/api/sign-in/second-factor/turn-off', { password })
      onOff()
    }
    close()
  }
  return (
    <>
      <Alert severity="success">{translate('secondFactor.isOn')}</Alert>
      <Typography sx={{ my: 3 }}>
        {translate('secondFactor.codesLeft', { count: status.recoveryCodesLeft })}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={() => setAct('renew')}>
          {translate('secondFactor.renew')}
        </Button>
        {!status.isRequired && (
          <Button color="error" onClick={() => setAct('turnOff')}>
            {translate('secondFactor.turnOff')}
          </Button>
        )}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 4 }}>
        {translate('secondFactor.lost')}
      </Typography>
      {act && (
        <FormDialog
          title={translate(`secondFactor.${act}`)}
          send={translate(`secondFactor.${act}`)}
          isReady={password !== ''}
          isDangerous={act === 'turnOff'}
          onSend={send}
          onClose={close}
        >
          <Typography>{translate(`secondFactor.${act}Consequence`)}</Typography>
          <TextField
            type="password"
            label={translate('secondFactor.password')}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            slotProps={{ htmlInput: { autoComplete: 'current-password', maxLength: 200 } }}
          />
        </FormDialog>
      )}
    </>
  )
}
