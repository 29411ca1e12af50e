/** The menu by work; only what this person may see. */
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import ListSubheader from '@mui/material/ListSubheader'
import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'
import { Link, useLocation } from 'react-router'
import { useActor } from '../../shared/hooks'
import { useScopedTo } from '../../shared/scope'
import { menuFor } from '../menu'
import { modules } from '../modules'

export function OfficeMenu() {
  const translate = useTranslate()
  const actor = useActor()
  const scoped = useScopedTo()
  const { pathname } = useLocation()
  const sections = menuFor(modules, actor?.permissions ?? [])
  const isHere = (to: string) =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)
  return (
    <Box
      component="nav"
      aria-label={translate('kit.shell.menu')}
      sx={{ overflowY: 'auto', pb: 4, pt: { xs: 3, md: 1 } }}
    >
      {sections.map(({ group, items }) => (
        <List
          key={group}
          dense
          disablePadding
          aria-label={translate(`menu.${group}`)}
          subheader={
            group === 'today' ? undefined : (
              <ListSubheader
                component="li"
                disableSticky
                sx={{ bgcolor: 'transparent', lineHeight: '20px', pt: 3, pb: 1, px: 4, fontSize: 12.5 }}
                aria-hidden
              >
                {translate(`menu.${group}`)}
              </ListSubheader>
            )
          }
        >
          {items.map((item) => (
            <ListItem key={item.to} disablePadding>
              <ListItemButton
                component={Link}
                to={scoped(item.to)}
                selected={isHere(item.to)}
                aria-current={isHere(item.to) ? 'page' : undefined}
                sx={{
                  mx: 2,
                  my: '1px',
                  px: 2,
                  py: 1,
                  borderRadius: 1.5,
                  minHeight: 34,
                  '&.Mui-selected': { bgcolor: 'primary.light', fontWeight: 600 },
                  '&.Mui-selected:hover': { bgcolor: 'primary.light' },
                }}
              >
                <ListItemIcon
                  sx={{ minWidth: 30, color: isHere(item.to) ? 'primary.main' : 'text.secondary' }}
                >
                  <item.icon fontSize="small" />
                </ListItemIcon>
                <ListItemText
                  primary={translate(item.label)}
                  slotProps={{ primary: { sx: { fontWeight: isHere(item.to) ? 600 : 400, fontSize: 14 } } }}
                />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      ))}
    </Box>
  )
}
