/** What lies in the archive, and how it is checked (档案说明). Pure. */
import type { WrittenFile } from './write-zip.js'

export interface ArchiveFacts {
  readonly schoolName: string
  readonly schoolCode: string
  readonly fiscalYear: number
  readonly takenOn: string
  readonly takenBy: string
}

export const sumsName = 'SHA256SUMS'

export const readme = ({ schoolName, schoolCode, fiscalYear, takenOn, takenBy }: ArchiveFacts): string =>
  `${schoolName}（标识码 ${schoolCode}）${fiscalYear} 年度课后服务经费档案
取出日期：${takenOn}　取出人：${takenBy}

一、内容
1-单据：预算测算、绩效目标、资金申报、经费下达与到账、分配方案、合同、发票、支付、支付更正、结算、上缴财政、审计发现，以及付款指令和公示，各一张表
2-文书：测算表、绩效自评表、申报表、下达通知、结算表（PDF）
3-办理经过：每份单据的每一步，谁在什么时候办的，意见是什么
4-台账：分录（csv）、hledger 日记账、凭证（csv）
5-银行：银行回单明细
6-附件：各单据的附件原件，按单据和编号分文件夹
7-锚点：每日锚点（ndjson），用来证明台账没有被改过
manifest.json：每个文件的大小和 SHA-256
${sumsName}：同样的 SHA-256，供校验程序使用

二、怎么核对
1. 文件没有被改动：解压后在文件夹里运行
   sha256sum -c ${sumsName}
   Windows 可逐个运行 certutil -hashfile 文件名 SHA256，与 ${sumsName} 对照。
2. 台账本身平衡：装有 hledger 时运行
   hledger -f 4-台账/journal.journal check
   再用 hledger -f 4-台账/journal.journal balance 与学校报表对照。
3. 台账没有被事后改动：每条分录有校验码（hash），一条接一条；与 7-锚点 里签过名的根对照。
   有系统权限的人可运行 kehou ledger verify --anchors 锚点文件。

三、说明
金额单位：表格和 csv 里是元。收款账号只显示末四位，与取出人的权限一致。
课次是计划数，未经登记确认。
`

export const sums = (files: readonly WrittenFile[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

export const manifest = (facts: ArchiveFacts, files: readonly WrittenFile[]): string =>
  `${JSON.stringify({ ...facts, files }, null, 2)}\n`
