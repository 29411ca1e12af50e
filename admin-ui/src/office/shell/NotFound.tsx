import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { EmptyState } from '../../shared/EmptyState'
import { PageHead } from '../../shared/PageHead'

export function NotFound() {
  const translate = useTranslate()
  return (
    <>
      <PageHead title={translate('kit.notFound.title')} />
      <EmptyState
        why={translate('kit.notFound.why')}
        next={translate('kit.notFound.next')}
        action={
          <Button variant="contained" component={Link} to="/">
            {translate('kit.notFound.home')}
          </Button>
        }
      />
    </>
  )
}
