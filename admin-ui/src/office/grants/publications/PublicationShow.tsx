/** What was shown to the public, word for word, and what was objected? */
import OpenIcon from '@mui/icons-material/OpenInNewOutlined'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { ListBase, useRecordContext, useTranslate } from 'react-admin'
import {
  ActionBar,
  type Fact,
  FigureTable,
  printDate,
  printYuan,
  RecordPage,
  type TabOf,
  Timeline,
  today,
  useTongue,
} from '../../../shared'
import { Objections } from './ObjectionList'
import type { Cell, Publication } from './types'

const tabs: TabOf<Publication>[] = [
  { key: 'content', label: 'publications.content', content: (each) => <Content publication={each} /> },
  {
    key: 'objections',
    label: 'publications.objections',
    content: (each) => (
      <ListBase resource="objections" filter={{ publicationId: each.id }} disableSyncWithLocation>
        <Objections />
      </ListBase>
    ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="publication" resource="publications" entityId={each.id} />,
  },
]

export function PublicationShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const facts = (each: Publication): Fact[] => [
    {
      label: translate('publications.period'),
      value: [
        `${printDate(each.opensOn, tongue)} – ${printDate(each.closesOn, tongue)}`,
        ...(each.status === 'open' && each.closesOn < today() ? [translate('publications.over')] : []),
        ...(each.unannouncedYears.length > 0
          ? [
              translate('publications.notAnnounced', {
                years: each.unannouncedYears.join(translate('kit.comma')),
              }),
            ]
          : []),
      ].join(' · '),
    },
    {
      label: translate('resources.publications.fields.publisher'),
      value: tongue === 'zh' ? each.publisher : each.publisherEn,
    },
    {
      label: translate('publications.objections'),
      value: translate('publications.openObjections', {
        open: each.openObjectionCount,
        all: each.objectionCount,
      }),
    },
    { label: translate('publications.hash'), value: `${each.contentHash.slice(0, 16)}…` },
  ]
  return (
    <RecordPage<Publication>
      title={(each) => (tongue === 'zh' ? each.title : each.titleEn)}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{ retract: { comment: 'required', isDangerous: true }, archive: { comment: 'none' } }}
        >
          <PublicLink />
        </ActionBar>
      }
    />
  )
}

function PublicLink() {
  const translate = useTranslate()
  const publication = useRecordContext<Publication>()
  if (!publication) return null
  return (
    <Button
      href={`/publications/${publication.slug}`}
      target="_blank"
      rel="noopener"
      startIcon={<OpenIcon />}
    >
      {translate('publications.publicPage')}
    </Button>
  )
}

function Content({
  publication: { paragraphs, paragraphsEn, columns, rows, rowTitlesEn, totals, totalsTitleEn },
}: {
  publication: Publication
}) {
  const translate = useTranslate()
  const isChinese = useTongue() === 'zh'
  const inTongue = ([title = null, ...rest]: readonly Cell[], titleEn: string | null = null): Cell[] => [
    isChinese ? title : (titleEn ?? title),
    ...rest,
  ]
  const cells = (row: readonly Cell[]) =>
    columns.map(({ kind }, index) => {
      const value = row[index] ?? null
      return value === null ? '' : kind === 'fen' ? printYuan(Number(value)) : String(value)
    })
  return (
    <Paper sx={{ overflow: 'hidden', p: 4 }}>
      {(isChinese ? paragraphs : paragraphsEn).map((text) => (
        <Typography key={text} sx={{ mb: 2 }}>
          {text}
        </Typography>
      ))}
      <FigureTable
        caption={translate('publications.content')}
        head={columns.map((column) => (isChinese ? column.title : column.titleEn))}
        rows={rows.map((row, index) => ({ key: index, cells: cells(inTongue(row, rowTitlesEn[index])) }))}
        {...(totals ? { foot: cells(inTongue(totals, totalsTitleEn)) } : {})}
      />
    </Paper>
  )
}
