/** Papers as a bureau writes them, for the tests of their writers. */
import { capitalYuan } from '../src/platform/capital-numerals.js'
import { fen, printYuan } from '../src/platform/money.js'
import { type Paper, type PaperCell, type PaperTable, withTotal } from '../src/platform/documents/paper.js'

const kinds = ['中心小学', '第一小学', '实验学校', '外国语学校', '民族中学', '九年一贯制学校']
const places = ['城关', '河西', '向阳', '望江', '和平', '龙泉', '青石', '白马', '柳林', '桃源']

export function schoolTable(count: number): PaperTable {
  const rows: PaperCell[][] = Array.from({ length: count }, (_, index) => {
    const name =
      index === 3
        ? '同舟市望江区滨江新城高级中学附属教育集团望江实验小学（东校区）'
        : `${places[index % 10]}镇${kinds[index % 6]}${index >= 10 ? `第${index}分校` : ''}`
    return [
      String(index + 1),
      name,
      200 + ((index * 37) % 1900),
      31_400_00 + index * 17_305,
      index % 9 === 0 ? '含特殊教育资源教室' : null,
    ]
  })
  return withTotal(
    {
      unit: '单位：元',
      columns: [
        { title: '序号', kind: 'text', align: 'center' },
        { title: '学校', kind: 'text' },
        { title: '核定学生数', kind: 'integer' },
        { title: '补助金额', kind: 'fen' },
        { title: '备注', kind: 'text' },
      ],
      rows,
    },
    '合计',
  )
}

export function notice(schools: number): Paper {
  const table = schoolTable(schools)
  const sum = fen(Number(table.total![3]))
  return {
    language: 'zh',
    on: '2026-11-22',
    redHead: ['同舟市教育局', '同舟市财政局文件'],
    documentNumber: '同财教〔2026〕45号',
    title: '关于下达2026年秋季学期义务教育学校课后服务补助经费的通知',
    addressee: '各县（市、区）教育局、财政局，市直属各义务教育学校',
    blocks: [
      {
        kind: 'paragraph',
        text: `根据《同舟市义务教育课后服务经费管理办法》（同财教〔2025〕12号）和各校2026年秋季学期申报、公示及审核结果，经研究，现下达你单位课后服务补助经费共计人民币${printYuan(sum)}元（${capitalYuan(sum)}），收入列“205教育支出”科目，具体分配情况见附件1。现将有关事项通知如下：`,
      },
      { kind: 'heading', level: 1, text: '资金用途' },
      {
        kind: 'paragraph',
        text: '补助资金用于参与课后服务的教职工、外聘人员的劳务补助，以及课后服务所需的材料、设备维护和学生意外保险等支出，不得用于学校基本建设，不得抵顶学校公用经费。',
      },
      { kind: 'heading', level: 2, text: '教职工补助' },
      {
        kind: 'paragraph',
        text: '按照实际承担的课时核发，每课时标准不高于60元，同一人每周不超过10课时。严禁平均发放、重复发放。',
      },
      { kind: 'heading', level: 2, text: '外聘人员补助' },
      {
        kind: 'paragraph',
        text: '按照合同约定和考勤记录核发，经办人、复核人、校长三人签字（a three-person rule）后方可支付。',
      },
      { kind: 'heading', level: 1, text: '绩效与监督' },
      {
        kind: 'paragraph',
        text: '请于收到本通知之日起15个工作日内制定分配方案，在校内公示不少于5个工作日，并于2026年12月31日前将分配方案报市教育局备案。资金实行专款专用，市财政局、市教育局将适时开展绩效评价和监督检查。',
      },
    ],
    signature: ['同舟市教育局', '同舟市财政局'],
    attachments: [
      {
        title: '2026年秋季学期课后服务补助经费分配表',
        blocks: [{ kind: 'table', table: { ...table, inCapitals: sum } }],
      },
      {
        title: '绩效目标表',
        landscape: true,
        blocks: [
          {
            kind: 'table',
            table: {
              columns: [
                { title: '一级指标', kind: 'text' },
                { title: '二级指标', kind: 'text' },
                { title: '三级指标', kind: 'text' },
                { title: '指标值', kind: 'text', align: 'center' },
              ],
              rows: [
                ['产出指标', '数量指标', '参加课后服务的学生人数占在校学生人数的比例', '≥90%'],
                ['产出指标', '质量指标', '每周开展课后服务的天数', '5天'],
                ['效益指标', '满意度指标', '家长满意度调查中满意与基本满意之和', '≥95%'],
              ],
            },
          },
        ],
      },
    ],
  }
}

export const englishNotice = (schools: number): Paper => ({
  language: 'en',
  on: '2026-11-02',
  documentNumber: 'Tongzhou Finance (Education) 2026 No. 45',
  title: 'Notice on Appropriating Funds for After-School Service in the Autumn Term of 2026',
  addressee: 'To the education and finance offices of all districts',
  blocks: [
    { kind: 'heading', level: 1, text: 'Purpose' },
    {
      kind: 'paragraph',
      text: 'The funds pay teachers and people from outside who take part in after-school service, and the materials, repairs and insurance that the service needs. They must not be used for buildings.',
    },
    { kind: 'heading', level: 2, text: 'Teachers' },
    {
      kind: 'paragraph',
      text: 'Teachers are paid by the sessions that they held; no more than 60 yuan a session and ten sessions a week.',
    },
  ],
  signature: ['Education Bureau of Tongzhou', 'Finance Bureau of Tongzhou'],
  attachments: [
    {
      title: 'Funds by school',
      blocks: [
        {
          kind: 'table',
          table: {
            ...withTotal(
              {
                unit: 'Unit: yuan',
                columns: [
                  { title: 'School', kind: 'text' },
                  { title: 'Approved students', kind: 'integer' },
                  { title: 'Amount', kind: 'fen' },
                ],
                rows: schoolTable(schools).rows.map((row) => [row[1]!, row[2]!, row[3]!]),
              },
              'Total',
            ),
          },
        },
      ],
    },
  ],
})

/** A publication: one school, its own figures, no attachment, a name with a letter that few fonts have. */
export const publication: Paper = {
  language: 'zh',
  on: '2026-09-01',
  title: '课后服务收支情况公示',
  blocks: [
    {
      kind: 'paragraph',
      text: '现将我校2026年春季学期课后服务收支情况予以公示。公示期为2026年9月1日至9月7日。如有异议，请向学校𠮷老师（电话：0000-1234567）反映。',
    },
    {
      kind: 'table',
      table: withTotal(
        {
          unit: '单位：元',
          columns: [
            { title: '项目', kind: 'text' },
            { title: '金额', kind: 'fen' },
          ],
          rows: [
            ['财政补助', 1_000_000_00],
            ['教职工劳务补助（黄䶮、刘𬱖）', -823_400_50],
            ['材料', -100_05],
          ],
        },
        '结余',
      ),
    },
  ],
  signature: ['同舟市向阳小学'],
}
