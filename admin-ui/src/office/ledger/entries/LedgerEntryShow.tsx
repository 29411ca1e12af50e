/** One journal: what caused it, what it moves, and which journals it speaks of. */
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  type Fact,
  Facts,
  FigureTable,
  printDate,
  printFen,
  printInstant,
  RecordPage,
  useTongue,
} from '../../../shared'
import type { LedgerJournal } from '../types'
import { SourceLink, useEntryWords } from './entryWords'

export function LedgerEntryShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const words = useEntryWords()
  const field = (name: string) => translate(`resources.ledger-entries.fields.${name}`)
  const facts = (journal: LedgerJournal): Fact[] => [
    { label: field('kind'), value: words.kind(journal) },
    { label: field('phase'), value: translate(`funding.phases.${journal.phase}`) },
    { label: field('amountFen'), value: printFen(journal.amountFen) },
    { label: translate('funding.source'), value: <SourceLink entry={journal} /> },
    { label: field('accountedOn'), value: printDate(journal.accountedOn, tongue) },
    { label: field('postedAt'), value: printInstant(journal.postedAt) },
    ...journal.related.map((other) => ({
      label: translate(`funding.relations.${other.relation}`),
      value: (
        <Link component={RouterLink} to={`/ledger-entries/${other.id}/show`}>
          {translate('funding.journalOf', { sequence: other.sequence })}
        </Link>
      ),
    })),
  ]
  return (
    <RecordPage<LedgerJournal>
      title={(journal) => translate('funding.journalOf', { sequence: journal.sequence })}
      facts={facts}
      tabs={[
        { key: 'lines', label: 'funding.entries', content: (journal) => <Lines journal={journal} /> },
        { key: 'proof', label: 'funding.journalProof', content: (journal) => <Proof journal={journal} /> },
      ]}
    />
  )
}

/** What is only needed to prove that nothing was booked twice or changed afterwards. */
function Proof({ journal }: { journal: LedgerJournal }) {
  const translate = useTranslate()
  const field = (name: string) => translate(`resources.ledger-entries.fields.${name}`)
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {translate('funding.journalProofUnder')}
      </Typography>
      <Facts
        facts={(['businessKey', 'sourceHash', 'hash'] as const).map((name) => ({
          label: field(name),
          value: <code>{journal[name]}</code>,
          isLong: true,
        }))}
      />
    </>
  )
}

function Lines({ journal }: { journal: LedgerJournal }) {
  const translate = useTranslate()
  const words = useEntryWords()
  const field = (name: string) => translate(`resources.ledger-entries.fields.${name}`)
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.entries')}
        words={6}
        head={[
          field('debitAccount'),
          field('creditAccount'),
          field('className'),
          field('fundName'),
          field('purpose'),
          field('level'),
          field('amountFen'),
        ]}
        rows={journal.lines.map((line) => ({
          key: line.id,
          cells: [
            words.account(line.debitAccount),
            words.account(line.creditAccount),
            line.className ?? translate('funding.school'),
            line.fundName,
            translate(`funding.purposes.${line.purpose}`, { _: line.purpose }),
            translate(`funding.levels.${line.level}`),
            printFen(line.amountFen),
          ],
        }))}
      />
    </Paper>
  )
}
