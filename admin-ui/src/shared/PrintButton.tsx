/** Prints the page as it stands, without menu and buttons. */
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'

export function PrintButton() {
  const translate = useTranslate()
  return (
    <Button className="no-print" color="secondary" startIcon={<PrintIcon />} onClick={() => window.print()}>
      {translate('kit.print')}
    </Button>
  )
}
