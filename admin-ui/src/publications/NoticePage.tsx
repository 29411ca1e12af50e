import { useCallback } from 'preact/hooks'
import { printYuan } from '../shared/format'
import { notice, type Cell, type NoticeWithContent } from './api'
import { Link } from './Link'
import { StateTag, titleOf } from './NoticeList'
import { ObjectionForm } from './ObjectionForm'
import { Loading, Refusal, useAsked } from './ui'
import { tongue, w } from './words'

export function NoticePage({ slug }: { slug: string }) {
  const { data, error, again } = useAsked(useCallback(() => notice(slug), [slug]))
  if (error) return <Refusal error={error} onRetry={again} />
  if (!data) return <Loading />
  const isChinese = tongue() === 'zh'
  return (
    <article>
      <p class="no-print">
        <Link to="/">← {w('back')}</Link>
      </p>
      <h1>{titleOf(data)}</h1>
      <p>
        <StateTag notice={data} />{' '}
        <span class="quiet">{w('period', { from: data.opensOn, to: data.closesOn })}</span>
      </p>
      <p class="quiet">
        {w('publisher')}
        {isChinese ? '：' : ': '}
        {isChinese ? data.publisher : data.publisherEn}
      </p>
      {(isChinese ? data.paragraphs : data.paragraphsEn).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Content content={data} />
      <p class="quiet">
        {w('objections', {
          all: data.objectionCount,
          open: data.openObjectionCount,
          upheld: data.upheldCount,
        })}
      </p>
      <p class="quiet code">
        {w('hash')} {data.contentHash.slice(0, 16)}… {w('hashHelp')}
      </p>
      <button type="button" class="plain no-print" onClick={() => window.print()}>
        {w('print')}
      </button>
      {data.isOpen ? <ObjectionForm slug={slug} /> : <p class="notice">{w('closedSay')}</p>}
    </article>
  )
}

function Content({
  content: { columns, rows, rowTitlesEn, totals, totalsTitleEn },
}: {
  content: NoticeWithContent
}) {
  const print = (value: Cell, kind: string) =>
    value === null ? '' : kind === 'fen' ? printYuan(Number(value)) : String(value)
  const inTongue = ([title = null, ...rest]: readonly Cell[], titleEn: string | null = null): Cell[] => [
    tongue() === 'zh' ? title : (titleEn ?? title),
    ...rest,
  ]
  const cells = (row: readonly Cell[]) =>
    columns.map((column, index) => (
      <td key={index} class={column.kind === 'text' ? '' : 'figure'}>
        {print(row[index] ?? null, column.kind)}
      </td>
    ))
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={w('rows', { count: rows.length })}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, titleEn, kind }) => (
              <th key={title} scope="col" class={kind === 'text' ? '' : 'figure'}>
                {tongue() === 'zh' ? title : titleEn}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{cells(inTongue(row, rowTitlesEn[index]))}</tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>{cells(inTongue(totals, totalsTitleEn))}</tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
