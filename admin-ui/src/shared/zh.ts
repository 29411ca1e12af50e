/** Chinese texts of react-admin and of the kit. Modules bring their own in `office/<module>/texts.ts`. */
import type { TranslationMessages } from 'react-admin'

export const reactAdmin: TranslationMessages = {
  ra: {
    action: {
      add_filter: '添加筛选条件', add: '添加', back: '返回', bulk_actions: '已选 %{smart_count} 项', cancel: '取消', clear_array_input: '清空列表',
      clear_input_value: '清除', clone: '复制', confirm: '确定', create: '新建', create_item: '新建%{item}', delete: '删除', edit: '编辑', export: '导出',
      list: '列表', refresh: '刷新', remove_filter: '去掉这个条件', remove_all_filters: '清除筛选', remove: '移除', reset: '重置', save: '保存', search: '搜索',
      search_columns: '查找列', select_all: '全选', select_all_button: '全选', select_row: '选择这一行', show: '查看', sort: '排序', undo: '撤销', unselect: '取消选择',
      expand: '展开', close: '关闭', open_menu: '打开菜单', close_menu: '收起菜单', update: '更新', move_up: '上移', move_down: '下移', open: '打开',
      toggle_theme: '切换深色或浅色', select_columns: '显示列', update_application: '重新载入',
    },
    boolean: { true: '是', false: '否', null: ' ' },
    page: {
      create: '新建%{name}', dashboard: '今日', edit: '编辑%{name} %{recordRepresentation}', error: '页面出错了', list: '%{name}', loading: '正在载入', not_found: '没有这个页面',
      show: '%{name} %{recordRepresentation}', empty: '还没有%{name}。', invite: '要添加一个吗？', access_denied: '没有权限', authentication_error: '登录校验失败',
    },
    input: {
      file: { upload_several: '把文件拖到这里，或点击选择。', upload_single: '把文件拖到这里，或点击选择。' },
      image: { upload_several: '把图片拖到这里，或点击选择。', upload_single: '把图片拖到这里，或点击选择。' },
      references: { all_missing: '找不到引用的内容。', many_missing: '有些引用的内容已经不在了。', single_missing: '引用的内容已经不在了。' },
      password: { toggle_visible: '隐藏密码', toggle_hidden: '显示密码' },
    },
    message: {
      about: '关于', access_denied: '您没有查看这个页面的权限。需要时请找本单位的系统管理员。', are_you_sure: '确定吗？',
      authentication_error: '登录服务没有正常回答，暂时无法确认您的身份，请稍后再试。', auth_error: '登录凭据校验出错，请重新登录。',
      bulk_delete_content: '确定删除这 %{smart_count} 项%{name}吗？', bulk_delete_title: '删除 %{smart_count} 项%{name}',
      bulk_update_content: '确定修改这 %{smart_count} 项吗？', bulk_update_title: '修改 %{smart_count} 项%{name}', clear_array_input: '确定清空整个列表吗？',
      delete_content: '确定删除这项%{name}吗？', delete_title: '删除%{name} %{recordRepresentation}', details: '详情', error: '页面出错，这一步没有完成。请刷新后再试。',
      invalid_form: '有内容需要修改，请看标出的字段。', loading: '请稍候', no: '否', not_found: '网址可能写错了，或者链接已经失效。',
      select_all_limit_reached: '数量太多，无法全部选中，只选了前 %{max} 项。', unsaved_changes: '有修改还没有保存，确定离开吗？', yes: '是',
      placeholder_data_warning: '网络异常，数据没有更新。',
    },
    navigation: {
      clear_filters: '清除筛选', no_filtered_results: '按现在的条件没有找到%{name}。', no_results: '没有%{name}', no_more_results: '没有第 %{page} 页，请看前一页。',
      page_out_of_boundaries: '没有第 %{page} 页', page_out_from_end: '已经是最后一页', page_out_from_begin: '已经是第一页',
      page_range_info: '第 %{offsetBegin}–%{offsetEnd} 项，共 %{total} 项', partial_page_range_info: '第 %{offsetBegin}–%{offsetEnd} 项，后面还有', current_page: '第 %{page} 页',
      page: '到第 %{page} 页', first: '第一页', last: '最后一页', next: '下一页', previous: '上一页', page_rows_per_page: '每页', skip_nav: '跳到正文',
    },
    sort: { sort_by: '按%{field_lower_first}%{order}排列', ASC: '升序', DESC: '降序' },
    auth: {
      auth_check_error: '请先登录。', user_menu: '我的账号', username: '用户名', password: '密码', email: '邮箱', sign_in: '登录', sign_in_error: '登录没有成功，请再试一次。', logout: '退出登录',
    },
    notification: {
      updated: '已保存。', created: '已添加。', deleted: '已删除 %{smart_count} 项。', bad_item: '内容不对', item_doesnt_exist: '这一项已经不在了。', http_error: '连不上服务器，请检查网络后再试。',
      data_provider_error: '读取数据出错，请刷新后再试。', i18n_error: '载入语言文件失败。', canceled: '已取消', logged_out: '登录已过期，请重新登录。',
      not_authorized: '您没有做这一步的权限。', application_update_available: '系统已更新，重新载入后生效。', offline: '没有网络，暂时读不到数据。',
    },
    validation: {
      required: '必填', minLength: '至少 %{min} 个字符', maxLength: '最多 %{max} 个字符', minValue: '不能小于 %{min}', maxValue: '不能大于 %{max}', number: '请填数字',
      email: '邮箱格式不对', oneOf: '只能是：%{options}', regex: '格式不对（%{pattern}）', unique: '已经有相同的了',
    },
    saved_queries: {
      label: '常用筛选', query_name: '名称', new_label: '保存现在的筛选…', new_dialog_title: '保存为常用筛选', remove_label: '删除常用筛选', remove_label_with_name: '删除常用筛选“%{name}”',
      remove_dialog_title: '删除这个常用筛选？', remove_message: '确定从常用筛选里删除这一项吗？', help: '先筛选列表，再把条件保存下来以后用',
    },
    guesser: { empty: { title: '没有数据', message: '请检查数据来源' } },
    configurable: {
      customize: '自定义', configureMode: '设置这个页面', inspector: { title: '设置', content: '把鼠标移到要设置的部分', reset: '恢复原样', hideAll: '全部隐藏', showAll: '全部显示' },
      Datagrid: { title: '表格', unlabeled: '未命名的列 %{column}' }, SimpleForm: { title: '表单', unlabeled: '未命名的字段 %{input}' },
      SimpleList: { title: '列表', primaryText: '主要文字', secondaryText: '次要文字', tertiaryText: '补充文字' },
    },
  },
}

export const kit = {
  kit: {
    product: '课后',
    productLong: '课后服务管理',
    colon: '：',
    comma: '、',
    status: '状态',
    input: {
      notMoney: '请填金额，例如 10000.00，最多两位小数。',
      notDate: '请填日期，例如 2026-09-01。',
      notTime: '请填时间，例如 16:30。',
      datePattern: '2026-09-01',
      openCalendar: '打开日历',
      previousMonth: '上个月',
      nextMonth: '下个月',
    },
    print: '打印',
    chart: { showTable: '看表格', showChart: '看图' },
    figure: { asOf: '截至 %{when}' },
    list: { noNumber: '证件号码不能写进网址。',
      search: '搜索：名称、拼音或编号',
      filter: '筛选',
      filteredBy: '正在使用的筛选',
      saved: '常用筛选',
      totalPage: '本页合计',
      totalAll: '合计',
      empty: '这里还没有内容。',
      nothingFound: '没有符合条件的内容。',
      nothingFoundNext: '换一个词，或者去掉一些筛选条件再看。',
    },
    export: { running: '正在导出 %{size}', done: '已导出，文件在浏览器的下载里。' },
    bulk: {
      confirm: '%{label}（%{count} 项）',
      partly: '%{done} 项已完成，%{refused} 项没有完成：',
    },
    act: {
      consequence: '将对这一项执行“%{label}”，并记入经过。',
      done: '“%{label}”已完成。',
      comment: '备注（可不填）',
      why: '说明原因',
      whyHelp: '对方会看到这段话，请写清要改什么。',
    },
    events: {
      submit: '提交', resubmit: '重新提交', approve: '批准', check: '审核通过', file: '备案', 'send-back': '退回', 'refer-back': '退回', return: '退回', withdraw: '撤回', reject: '不批准', refuse: '不批准',
      publish: '发布', unpublish: '撤下', open: '开放', close: '结束', cancel: '取消', void: '作废', reverse: '冲销', receive: '确认到账', pay: '支付', archive: '归档', create: '新建',
      freeze: '停用', release: '恢复使用', start: '开始', finish: '完成', draft: '另起草稿', revise: '修订', issue: '下达', post: '入账', allot: '分配到班',
    },
    timeline: { title: '经过', empty: '还没有经过记录。', said: '“%{comment}”' },
    work: {
      queued: '排队等候', running: '正在进行', progress: '%{done} / %{total}', rate: '每秒 %{rate} 条', mayLeave: '可以离开这个页面，工作会继续。', failed: '这项工作没有完成，什么都没有保存。请再试一次。',
    },
    form: { errors: '有 %{count} 处需要修改：', backToList: '返回列表' },
    error: { retry: '再试一次', request: '如需帮助，请报上编号 %{id}', title: '这个页面出错了', help: '您填的内容没有提交。重新载入后再试；如果还是这样，请把时间和页面告诉系统管理员。', reload: '重新载入' },
    scope: { school: '学校', allSchools: '全部学校', term: '学期', current: '本学期' },
    shell: {
      menu: '菜单', openMenu: '打开菜单', closeMenu: '收起菜单', language: '语言', theme: '外观', light: '浅色', dark: '深色', account: '我的账号', changePassword: '修改密码', signOut: '退出登录', skip: '跳到正文', home: '今日',
    },
    signIn: {
      title: '登录', lead: '学校和教育局工作人员登录', username: '用户名', password: '密码', submit: '登录', parents: '家长请到家长页面', missing: '请填用户名和密码。', forgot: '忘记密码，请找本单位的系统管理员重置。',
    },
    password: {
      title: '修改密码', must: '第一次登录，请先换成自己的密码。', current: '现在的密码', next: '新密码', repeat: '再填一次新密码', rule: '至少 10 位，不能是常见密码，也不能包含用户名。', different: '两次填的新密码不一样。', tooShort: '新密码至少 10 位。', submit: '修改密码', done: '密码已修改。其他地方的登录已退出。',
    },
    notFound: { title: '没有这个页面', why: '网址可能写错了，或者链接已经失效。', next: '从菜单里找，或者回到今日。', home: '回到今日' },
    denied: { title: '没有权限', why: '您没有查看这个页面的权限。', next: '需要时请找本单位的系统管理员。' },
    noPages: { why: '这里还没有可以打开的页面。', next: '您的账号没有分配工作。请找本单位的系统管理员。' },
  },
  states: {
    draft: '草稿', submitted: '已提交', checked: '已审核', approved: '已批准', filed: '已备案', sent_back: '已退回', rejected: '未批准', withdrawn: '已撤回', pending: '待处理', waiting: '等候',
    requested: '已申请', published: '已发布', active: '使用中', inactive: '停用', open: '开放', closed: '已结束', cancelled: '已取消', void: '已作废', voided: '已作废', received: '已到账', paid: '已支付',
    posted: '已入账', reserved: '已预留', issued: '已下达', queued: '排队', running: '进行中', done: '完成', succeeded: '完成', failed: '失败', archived: '已归档', expired: '已过期', unused: '未使用', used: '已使用',
    enrolled: '在班', ended: '已结束', planned: '已安排', held: '已上课', superseded: '已被新版代替', frozen: '已停用', revoked: '已作废', answered: '已回答',
  },
  roles: {
    system_administrator: '系统管理员', bureau_officer: '教育局工作人员', education_finance_officer: '教育局计财', finance_bureau_officer: '财政局', principal: '校长', coordinator: '课后服务管理员',
    school_finance_officer: '学校财务', teacher: '教师', guardian: '家长', auditor: '审计',
  },
  stages: { primary: '小学', junior_secondary: '初中' },
  weekdays: { '1': '周一', '2': '周二', '3': '周三', '4': '周四', '5': '周五', '6': '周六', '7': '周日' },
  menu: {
    today: '今日', service: '服务', families: '家庭', funding: '经费', books: '账目与审计', policy: '标准与政策', satisfaction: '满意度', statistics: '统计', school: '学校', system: '系统',
  },
  errors: {
    client: { unreachable: '连不上服务器。请检查网络后再试。' },
    not_found: '没有找到。可能已被删除，或者不在您的范围内。',
    internal: '系统出错了，没有保存任何内容。请再试一次；若仍出错，请把编号告诉管理员。',
    request: { invalid: '有内容需要修改，请看标出的字段。', too_large: '文件或内容太大，最大 20 MB。', malformed: '系统读不懂这个请求。请刷新页面后再试。' },
    access: {
      wrong_credentials: '用户名或密码不对。', too_many_attempts: '尝试太频繁，请稍等一分钟再试。', signed_out: '登录已过期，请重新登录。', must_change_password: '请先设置新密码。', csrf: '页面已过期，请刷新后再试。', forbidden: '您没有办理此事的权限。',
      locked: '密码连续输错多次，账号已锁定，请 %{minutes} 分钟后再试。', frozen: '账号已停用，请联系管理员。', password_weak: '密码至少 10 位，不能是常见密码，也不能包含用户名。', password_same: '新密码不能与旧密码相同。',
    },
    state: { conflict: '状态已变化，别人可能刚刚办理过。请刷新后再看。' },
  },
}
