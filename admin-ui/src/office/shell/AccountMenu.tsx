/** Who is signed in, and what can be set: language, appearance, password, sign-out. */
import AccountIcon from '@mui/icons-material/AccountCircleOutlined'
import DelegationIcon from '@mui/icons-material/SupervisorAccountOutlined'
import DarkIcon from '@mui/icons-material/DarkModeOutlined'
import LightIcon from '@mui/icons-material/LightModeOutlined'
import PasswordIcon from '@mui/icons-material/LockOutlined'
import SecondFactorIcon from '@mui/icons-material/PhonelinkLockOutlined'
import SignInsIcon from '@mui/icons-material/DevicesOutlined'
import SignOutIcon from '@mui/icons-material/LogoutOutlined'
import TranslateIcon from '@mui/icons-material/TranslateOutlined'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useLocaleState, useLogout, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import type { Actor } from '../../api/actor'
import { useActor } from '../../shared/hooks'
import { useRegionName } from '../../shared/regions'
import { useScope } from '../../shared/scope'
import { useAppearance } from './useAppearance'

const ownPages = [
  { to: '/delegations', label: 'menu.delegations', Icon: DelegationIcon },
  { to: '/password', label: 'kit.shell.changePassword', Icon: PasswordIcon },
  { to: '/second-factor', label: 'menu.second-factor', Icon: SecondFactorIcon },
  { to: '/sign-ins', label: 'menu.sign-ins', Icon: SignInsIcon },
]

export function AccountMenu() {
  const translate = useTranslate()
  const actor = useActor()
  const signOut = useLogout()
  const [locale, setLocale] = useLocaleState()
  const { isDark, toggle } = useAppearance()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {actor?.displayName ?? translate('kit.shell.account')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        {actor && <Person actor={actor} />}
        <Divider />
        <MenuItem
          onClick={() => {
            setLocale(locale === 'en' ? 'zh' : 'en')
            close()
          }}
          lang={locale === 'en' ? 'zh-CN' : 'en'}
        >
          <ListItemIcon>
            <TranslateIcon fontSize="small" />
          </ListItemIcon>
          {locale === 'en' ? '中文' : 'English'}
        </MenuItem>
        <MenuItem
          onClick={() => {
            toggle()
            close()
          }}
        >
          <ListItemIcon>
            {isDark ? <LightIcon fontSize="small" /> : <DarkIcon fontSize="small" />}
          </ListItemIcon>
          {translate(isDark ? 'kit.shell.light' : 'kit.shell.dark')}
        </MenuItem>
        {ownPages.map(({ to, label, Icon }) => (
          <MenuItem key={to} component={Link} to={to} onClick={close}>
            <ListItemIcon>
              <Icon fontSize="small" />
            </ListItemIcon>
            {translate(label)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => void signOut()}>
          <ListItemIcon>
            <SignOutIcon fontSize="small" />
          </ListItemIcon>
          {translate('kit.shell.signOut')}
        </MenuItem>
      </Menu>
    </>
  )
}

function Person({ actor }: { actor: Actor }) {
  const translate = useTranslate()
  const { schoolName } = useScope()
  const regionName = useRegionName()
  const place = actor.schoolId === null ? regionName(actor.regionCode) : schoolName
  return (
    <Box component="li" role="presentation" sx={{ px: 4, pt: 1, pb: 2, maxWidth: 280 }}>
      <Typography sx={{ fontWeight: 600 }}>{actor.displayName}</Typography>
      <Typography variant="body2" color="text.secondary">
        {translate(`roles.${actor.role}`)}
        {place ? ` · ${place}` : ''}
      </Typography>
    </Box>
  )
}
