/** What was each class entitled to, granted, what is committed, spent and left? Each figure opens its entries; without a school, the schools of the region. */
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { PageHead, PrintButton, useScope, FiscalYearSelect, useFiscalYear } from '../../../shared'
import { FlowView } from './FlowView'
import { RegionBoardView } from './RegionBoardView'
import { SchoolBoardView } from './SchoolBoardView'

export function BoardPage() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const [year] = useFiscalYear()
  const [search, setSearch] = useSearchParams()
  const view = search.get('view') === 'flow' ? 'flow' : 'board'
  const choose = (_event: unknown, next: string) =>
    setSearch((old) => ({ ...Object.fromEntries(old), view: next }))
  return (
    <>
      <PageHead
        title={translate(schoolId === undefined ? 'funding.regionBoard' : 'funding.board')}
        under={translate(schoolId === undefined ? 'funding.regionBoardUnder' : 'funding.boardUnder')}
      >
        <FiscalYearSelect />
        <PrintButton />
      </PageHead>
      {schoolId === undefined ? (
        <RegionBoardView key={year} year={year} />
      ) : (
        <>
          <Tabs
            className="no-print"
            value={view}
            onChange={choose}
            sx={{ borderBottom: 1, borderColor: 'divider', mb: 3, minHeight: 40 }}
          >
            <Tab value="board" label={translate('funding.viewBoard')} />
            <Tab value="flow" label={translate('funding.viewFlow')} />
          </Tabs>
          {view === 'flow' ? (
            <FlowView schoolId={schoolId} year={year} />
          ) : (
            <SchoolBoardView schoolId={schoolId} year={year} />
          )}
        </>
      )}
    </>
  )
}
