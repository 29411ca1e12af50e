/** Which rules run by themselves, and what do the others wait for? */
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice, FigureTable, PageHead, printCount, useAnswer } from '../../../shared'
import { Severity } from './FindingList'

type Rule = Schemas['AuditRuleOut']

export function RulesPage() {
  const translate = useTranslate()
  const { data, error, refetch } = useAnswer<Rule[]>('/api/audit-rules')
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <PageHead title={translate('findings.rules')} under={translate('findings.rulesUnder')} />
      {!data ? (
        <Skeleton variant="rounded" height={400} />
      ) : (
        <Paper sx={{ overflow: 'hidden' }}>
          <FigureTable
            caption={translate('findings.rules')}
            words={4}
            head={[
              '',
              translate('resources.findings.fields.ruleName'),
              translate('resources.findings.fields.severity'),
              translate('resources.findings.fields.status'),
              translate('findings.openCount'),
            ]}
            rows={data.map((rule) => ({
              key: rule.code,
              cells: [
                rule.number === null
                  ? translate('findings.own')
                  : translate('findings.number', { number: rule.number }),
                rule.name,
                <Severity key="severity" severity={rule.severity} />,
                rule.waitsFor === null
                  ? translate('findings.runs')
                  : translate('findings.waits', { why: rule.waitsFor }),
                rule.waitsFor !== null ? (
                  '–'
                ) : rule.openCount === 0 ? (
                  '0'
                ) : (
                  <Link
                    key="count"
                    to={`/findings?filter=${encodeURIComponent(JSON.stringify({ rule: rule.code }))}`}
                  >
                    {printCount(rule.openCount)}
                  </Link>
                ),
              ],
            }))}
          />
        </Paper>
      )}
    </>
  )
}
