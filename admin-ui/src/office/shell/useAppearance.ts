import useMediaQuery from '@mui/material/useMediaQuery'
import { useTheme } from 'react-admin'

/** Light or dark: as the person chose, else as the device is set. */
export function useAppearance(): { isDark: boolean; toggle: () => void } {
  const [theme, setTheme] = useTheme()
  const deviceIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  const isDark = theme === undefined ? deviceIsDark : theme === 'dark'
  return { isDark, toggle: () => setTheme(isDark ? 'light' : 'dark') }
}
