/** Sentences of codes (错误说明) in both languages; each module brings its own, `Sentences` says them. */
export type Language = 'zh' | 'en'
export type Texts = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh'
}

export const platformTexts: Texts = {
  not_found: { zh: '没有找到，或不在您的范围内。', en: 'Not found, or outside your scope.' },
  internal: {
    zh: '系统出错了，没有保存任何内容。请重试；若仍出错，请把编号告诉管理员。',
    en: 'Something went wrong and nothing was saved. Please try again; if it happens again, give the administrator the request number.',
  },
  'database.busy': {
    zh: '别人正在处理同一条记录，这次没有保存。请稍等几秒再试。',
    en: 'Somebody is working on the same entry just now, and nothing was saved. Wait a few seconds and try again.',
  },
  'database.snapshots_taken': {
    zh: '同时取用整年档案的人太多，请过几分钟再试。',
    en: 'Too many people are taking whole archives just now. Try again in a few minutes.',
  },
  'database.unwritable': {
    zh: '数据库现在不能写入（例如磁盘已满），这次没有保存。请保留页面，稍后再试，并告诉管理员。',
    en: 'The database cannot be written just now (its disk may be full), and nothing was saved. Keep the page open, try again later and tell the administrator.',
  },
  'database.gone': {
    zh: '现在连不上数据库，这次没有保存。请保留页面，稍后再试。',
    en: 'The database cannot be reached just now, and nothing was saved. Keep the page open and try again later.',
  },
  'database.unsure': {
    zh: '保存时与数据库的连接断了，不知道是否已经保存。请先查看，再决定是否重做。',
    en: 'The connection to the database broke while saving, and we do not know whether it was saved. Look first before doing it again.',
  },
  'request.invalid': {
    zh: '有内容填写不正确，请按提示改正。',
    en: 'Some entries are not right; please mend them as shown.',
  },
  'request.too_large': {
    zh: '内容太大：文件最大 20 MB，其他内容最大 1 MB。',
    en: 'Too large: a file may have 20 MB, anything else 1 MB.',
  },
  'request.bad_key': {
    zh: '请求的编号不对。请刷新页面后再试。',
    en: 'The number of the request is not right. Reload the page and try again.',
  },
  'request.other_under_key': {
    zh: '同一个编号下已办理过别的内容，这次没有保存。请刷新页面后再试。',
    en: 'Something else was carried out under the same number, and nothing was saved. Reload the page and try again.',
  },
  'request.handled_already': {
    zh: '这一步刚才已经办好了，没有重复办理。请刷新后查看。',
    en: 'This has been done already and was not done twice. Reload to see it.',
  },
  'request.upload_cut': {
    zh: '文件没有传完（网络中断或被取消）。请重新上传。',
    en: 'The file did not arrive whole (the connection broke off or was cancelled). Please upload it again.',
  },
  'request.no_file': {
    zh: '没有收到文件。请选择一个文件再上传。',
    en: 'No file arrived. Choose a file and upload it.',
  },
  'request.malformed': { zh: '请求的格式不对，无法读取。', en: 'The request cannot be read.' },
  'request.wrong_type': {
    zh: '这种格式的内容不能接收。',
    en: 'Content of this type is not taken here.',
  },
  'list.unknown_sort': {
    zh: '不能按“{sort}”排序。可用：{allowed}。',
    en: 'Cannot sort by "{sort}". Possible: {allowed}.',
  },
  'state.conflict': {
    zh: '状态已变化，别人可能刚刚办理过。请刷新后再看。',
    en: 'The state has changed; somebody may just have acted. Reload and look again.',
  },
  'state.stale': {
    zh: '{who} 刚刚改动过这条记录，您看到的已不是最新内容，这次没有保存。请刷新后再办理。',
    en: '{who} has just changed this entry, and what you see is no longer what it says. Nothing was saved. Reload and look again.',
  },
  'state.stale_by_nobody': {
    zh: '这条记录已有改动，您看到的已不是最新内容，这次没有保存。请刷新后再办理。',
    en: 'This entry has changed since you opened it. Nothing was saved. Reload and look again.',
  },
  'state.revisions_count': {
    zh: '批量办理时每一项都要带上看到的版本：给出 {expected} 项，版本只有 {count} 个。请刷新页面后再办理。',
    en: 'Each of the {expected} needs the revision that was seen; {count} were given. Please refresh the page and do it again.',
  },
  'state.changed_behind': {
    zh: '编号 {id} 的这份单据与上一次办理后留存的内容不一致，像是绕过本系统改过，不能继续办理。请联系系统管理员运行 kehou ledger verify 查明，并恢复原来的内容。',
    en: 'This document ({id}) does not say any more what it said after the last step; it seems to have been changed past this system, and nothing more can be done with it. Ask the administrator to run kehou ledger verify, and to put it back as it was.',
  },
  'state.not_possible': {
    zh: '现在的状态不能办理这一步。',
    en: 'This step is not possible in the present state.',
  },
  'state.same_person': {
    zh: '同一个人不能办理同一流程中的两步，请由另一位同事办理。',
    en: 'The same person cannot take two steps of one procedure; a colleague must do this one.',
  },
  'state.comment_needed': { zh: '请写明原因。', en: 'Please give the reason.' },
  'row.duplicate': { zh: '已有相同的记录。', en: 'The same entry exists already.' },
  'row.in_use': {
    zh: '仍有其他记录在使用它，不能删除。',
    en: 'It is still used by other entries and cannot be deleted.',
  },
  'row.referred_gone': {
    zh: '所选的内容刚刚被别人删除了，请刷新后重新选择。',
    en: 'Something you chose has just been removed by somebody else. Reload and choose again.',
  },
  'job.given_up': {
    zh: '任务几次都没能完成，已停止。请再试一次；导入的文件很大时，请拆成几份。仍不行，请联系管理员。',
    en: 'The work was tried several times without success and was given up. Try again; split a large file before importing it. If it still fails, tell the administrator.',
  },
  'job.claim_lost': { zh: '任务已由另一个进程接手。', en: 'Another process has taken over the work.' },
  'request.row_twice': { zh: '同一行填了两次，请只填一次。', en: 'A row is given twice; give it once.' },
  'validation.other': { zh: '填写不正确。', en: 'This is not right.' },
  'validation.isNotEmpty': { zh: '必填。', en: 'Required.' },
  'validation.isDefined': { zh: '必填。', en: 'Required.' },
  'validation.isString': { zh: '必须是文字。', en: 'Must be text.' },
  'validation.isInt': { zh: '必须是整数。', en: 'Must be a whole number.' },
  'validation.isBoolean': { zh: '必须是“是”或“否”。', en: 'Must be yes or no.' },
  'validation.isObject': { zh: '内容的结构不对。', en: 'Wrong structure.' },
  'validation.isArray': { zh: '必须是列表。', en: 'Must be a list.' },
  'validation.arrayMinSize': { zh: '至少要有 {limit} 项。', en: 'At least {limit}.' },
  'validation.arrayMaxSize': { zh: '一次最多 {limit} 项。', en: 'At most {limit} at once.' },
  'validation.arrayUnique': { zh: '同一项不能出现两次。', en: 'The same one stands there twice.' },
  'validation.ids': {
    zh: '应为编号，用逗号隔开，最多 200 个。',
    en: 'Ids with commas between them, at most 200.',
  },
  'validation.min': { zh: '不能小于 {limit}。', en: 'Not less than {limit}.' },
  'validation.max': { zh: '不能大于 {limit}。', en: 'Not more than {limit}.' },
  'validation.minLength': { zh: '至少要有 {limit} 个字符。', en: 'At least {limit} characters.' },
  'validation.maxLength': { zh: '最多 {limit} 个字符。', en: 'At most {limit} characters.' },
  'validation.isLength': {
    zh: '应为 {least} 到 {most} 个字符。',
    en: 'Between {least} and {most} characters.',
  },
  'validation.isIn': { zh: '不在可选范围内。', en: 'Not one of the choices.' },
  'validation.isDocumentDate': {
    zh: '必须是 1990 年到 2100 年之间的日期，例如 2026-09-01。',
    en: 'Must be a date from 1990 to 2100, such as 2026-09-01.',
  },
  'validation.isLocalDate': { zh: '必须是日期，例如 2026-09-01。', en: 'Must be a date such as 2026-09-01.' },
  'validation.isLocalTime': { zh: '必须是时间，例如 16:30。', en: 'Must be a time such as 16:30.' },
  'validation.isFen': { zh: '必须是不小于零的金额。', en: 'Must be an amount of zero or more.' },
  'validation.isShowable': {
    zh: '里面有别人的屏幕上显示不出的字，请换一种输入法重新输入。',
    en: 'It holds a character that other screens cannot show; enter it with another input method.',
  },
  'validation.matches': { zh: '格式不对。', en: 'Wrong form.' },
  'validation.whitelistValidation': { zh: '不能填写这一项。', en: 'This cannot be set.' },
}
