/** A page that failed says so in plain words and offers to be loaded again; the menu stays. */
import Button from '@mui/material/Button'
import { Component, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { EmptyState } from '../../shared/EmptyState'
import { PageHead } from '../../shared/PageHead'

export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <FailedPage /> : this.props.children
  }
}

function FailedPage() {
  const translate = useTranslate()
  return (
    <>
      <PageHead title={translate('kit.error.title')} />
      <EmptyState
        why={translate('kit.error.title')}
        next={translate('kit.error.help')}
        action={
          <Button variant="contained" onClick={() => window.location.reload()}>
            {translate('kit.error.reload')}
          </Button>
        }
      />
    </>
  )
}
