/** The frame of every page: bar with scope and account, menu by work, the page itself. */
import AppBar from '@mui/material/AppBar'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import MenuIcon from '@mui/icons-material/Menu'
import Toolbar from '@mui/material/Toolbar'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useStore, useTranslate } from 'react-admin'
import { Link, useLocation } from 'react-router'
import { useActor } from '../../shared/hooks'
import { ScopeProvider, useScope, useScopedTo } from '../../shared/scope'
import { menuWidth } from '../../shared/theme'
import { ChangePassword } from '../access/ChangePassword'
import { Interruptions } from '../access/interruptions/Interruptions'
import { AccountMenu } from './AccountMenu'
import { ErrorBoundary } from './ErrorBoundary'
import { OfficeMenu } from './OfficeMenu'
import { PageSkeleton } from './PageSkeleton'
import { RefreshButton } from './RefreshButton'
import { ScopeBar } from './ScopeBar'
import { SkipLink } from './SkipLink'

const SecondFactorPage = lazy(async () => ({
  default: (await import('../access/second-factor/SecondFactorPage')).SecondFactorPage,
}))

export function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <Page>{children}</Page>
      <Interruptions />
    </>
  )
}

function Page({ children }: { children: ReactNode }) {
  const actor = useActor()
  // Nothing else is answered before the first password has been changed.
  if (actor?.mustChangePassword) {
    return (
      <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 4 }}>
        <ChangePassword />
      </Box>
    )
  }
  if (actor?.mustSetUpSecondFactor) {
    return (
      <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 4 }}>
        <Suspense fallback={<PageSkeleton />}>
          <SecondFactorPage />
        </Suspense>
      </Box>
    )
  }
  return (
    <ScopeProvider>
      <Frame>{children}</Frame>
    </ScopeProvider>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const { isReady } = useScope()
  const translate = useTranslate()
  const location = useLocation()
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  const [isPinned, setPinned] = useStore('menu.isPinned', true)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => setOpen(false), [location.pathname])
  const toggle = () => (isWide ? setPinned(!isPinned) : setOpen(!isOpen))
  const shows = isWide && isPinned
  return (
    <Box
      sx={{
        minHeight: '100vh',
        bgcolor: 'background.default',
        '@media print': { minHeight: 0, bgcolor: 'transparent' },
      }}
    >
      <SkipLink />
      <Bar onMenu={toggle} isExpanded={isWide ? isPinned : isOpen} />
      <Drawer
        variant={isWide ? 'persistent' : 'temporary'}
        open={isWide ? isPinned : isOpen}
        onClose={() => setOpen(false)}
        className="no-print"
        slotProps={{
          paper: {
            'aria-label': translate('kit.shell.menu'),
            sx: { width: menuWidth, pt: { md: '52px' }, bgcolor: 'background.paper' },
          },
        }}
      >
        <OfficeMenu />
      </Drawer>
      <Box
        component="main"
        id="main-content"
        tabIndex={-1}
        sx={{
          ml: shows ? `${menuWidth}px` : 0,
          p: { xs: 4, md: 6 },
          outline: 'none',
          minWidth: 0,
          '@media print': { m: 0, p: 0 },
        }}
      >
        <Box sx={{ maxWidth: 1440, mx: 'auto' }}>
          <ErrorBoundary key={location.pathname}>
            <Suspense fallback={<PageSkeleton />}>{isReady ? children : <PageSkeleton />}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
    </Box>
  )
}

function Bar({ onMenu, isExpanded }: { onMenu: () => void; isExpanded: boolean }) {
  const translate = useTranslate()
  const scoped = useScopedTo()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      className="no-print"
      sx={{ zIndex: { md: 1201 } }}
    >
      <Toolbar variant="dense" sx={{ minHeight: 52, gap: 2, px: { xs: 2, sm: 4 } }}>
        <IconButton
          onClick={onMenu}
          aria-label={translate(isExpanded ? 'kit.shell.closeMenu' : 'kit.shell.openMenu')}
          aria-expanded={isExpanded}
        >
          <MenuIcon />
        </IconButton>
        <Typography
          component={Link}
          to={scoped('/')}
          sx={{
            fontWeight: 700,
            fontSize: 17,
            color: 'primary.main',
            textDecoration: 'none',
            whiteSpace: 'nowrap',
            mr: 2,
          }}
        >
          {translate('kit.product')}
        </Typography>
        {!isPhone && <ScopeBar />}
        <Box sx={{ flexGrow: 1 }} />
        <RefreshButton />
        <AccountMenu />
      </Toolbar>
      {isPhone && (
        <Box sx={{ px: 4, pb: 2 }}>
          <ScopeBar />
        </Box>
      )}
    </AppBar>
  )
}
