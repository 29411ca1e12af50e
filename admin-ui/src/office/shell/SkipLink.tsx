import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'

/** First stop of the Tab key: past the menu, straight to the page. */
export function SkipLink() {
  const translate = useTranslate()
  return (
    <Link
      href="#main-content"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main-content')?.focus()
      }}
      sx={{
        position: 'absolute',
        left: 8,
        top: -60,
        zIndex: 2000,
        bgcolor: 'background.paper',
        p: 2,
        borderRadius: 1,
        '&:focus': { top: 8 },
      }}
    >
      {translate('kit.shell.skip')}
    </Link>
  )
}
