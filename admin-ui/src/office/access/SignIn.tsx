/** Sign-in of the staff. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type FormEvent } from 'react'
import { useLocaleState, useLogin, useTranslate } from 'react-admin'
import { ApiError } from '../../api/call'
import { ErrorNotice } from '../../shared/ErrorNotice'
import { formTexts } from '../../shared/formTexts'

export function SignIn() {
  const translate = useTranslate()
  const signIn = useLogin()
  const [error, setError] = useState<unknown>(null)
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  // Name and password were right; the code of the authenticator is asked for.
  const [proved, setProved] = useState<{ username: string; password: string } | null>(null)
  const title = translate('kit.signIn.title')
  const product = translate('kit.product')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [given = '', typed = '', code = ''] = formTexts(event.currentTarget, 'username', 'password', 'code')
    const { username, password } = proved ?? { username: given.trim(), password: typed }
    const isIncomplete = username === '' || password === '' || (proved !== null && code.trim() === '')
    setError(null)
    setMissing(isIncomplete)
    if (isIncomplete) return
    setBusy(true)
    try {
      await signIn({ username, password, ...(proved ? { code: code.trim() } : {}) })
    } catch (refusal) {
      setBusy(false)
      if (refusal instanceof ApiError && refusal.code === 'access.code_needed')
        setProved({ username, password })
      else setError(refusal)
    }
  }

  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 4, bgcolor: 'background.default' }}
    >
      <Box sx={{ width: '100%', maxWidth: 380 }}>
        <Brand />
        <Paper component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ p: 6 }}>
          <Typography variant="h1">{title}</Typography>
          <Typography color="text.secondary" sx={{ mb: 3 }}>
            {translate('kit.signIn.lead')}
          </Typography>
          <ErrorNotice error={error} />
          {proved ? <CodeField isMissing={isMissing} /> : <NameAndPassword isMissing={isMissing} />}
          <Button type="submit" variant="contained" size="large" fullWidth loading={isBusy} sx={{ mt: 4 }}>
            {translate('kit.signIn.submit')}
          </Button>
          {proved && (
            <Button
              fullWidth
              sx={{ mt: 2 }}
              onClick={() => {
                setProved(null)
                setError(null)
              }}
            >
              {translate('secondFactor.back')}
            </Button>
          )}
        </Paper>
        <Elsewhere />
      </Box>
    </Box>
  )
}

/** Whom to ask for a new password, and the way for parents. */
const Elsewhere = () => {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 3 }}>
        {translate('kit.signIn.forgot')}
      </Typography>
      <Link href="/parents" variant="body2">
        {translate('kit.signIn.parents')}
      </Link>
    </>
  )
}

const Brand = () => {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', mb: 4, gap: 3 }}>
      <Box component="img" src="/icon.svg" alt="" sx={{ width: 36, height: 36 }} />
      <Typography sx={{ fontSize: 19, fontWeight: 700, flexGrow: 1 }}>
        {translate('kit.productLong')}
      </Typography>
      <LanguageSwitch />
    </Box>
  )
}

function NameAndPassword({ isMissing }: { isMissing: boolean }) {
  const translate = useTranslate()
  return (
    <>
      <TextField
        key="username"
        name="username"
        label={translate('kit.signIn.username')}
        autoFocus
        error={isMissing}
        slotProps={{ htmlInput: { autoComplete: 'username', autoCapitalize: 'none', maxLength: 100 } }}
      />
      <TextField
        key="password"
        name="password"
        type="password"
        label={translate('kit.signIn.password')}
        error={isMissing}
        helperText={isMissing ? translate('kit.signIn.missing') : undefined}
        slotProps={{ htmlInput: { autoComplete: 'current-password', maxLength: 200 } }}
      />
    </>
  )
}

const CodeField = ({ isMissing }: { isMissing: boolean }) => {
  const translate = useTranslate()
  return (
    <TextField
      key="code"
      name="code"
      autoFocus
      label={translate('secondFactor.atSignIn')}
      helperText={translate('secondFactor.atSignInHelp')}
      error={isMissing}
      slotProps={{ htmlInput: { autoComplete: 'one-time-code', maxLength: 30 } }}
    />
  )
}

export function LanguageSwitch() {
  const [locale, setLocale] = useLocaleState()
  return (
    <Button onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')} lang={locale === 'en' ? 'zh-CN' : 'en'}>
      {locale === 'en' ? '中文' : 'English'}
    </Button>
  )
}
