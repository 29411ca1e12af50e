/** English texts of react-admin and of the kit: the same keys as the Chinese ones, checked by the types. */
import englishMessages from 'ra-language-english'
import type { TranslationMessages } from 'react-admin'
import type { Words } from './texts'
import type * as chinese from './zh'

export const reactAdmin: TranslationMessages = {
  ra: {
    ...englishMessages.ra,
    page: { ...englishMessages.ra.page, dashboard: 'Today', not_found: 'There is no such page' },
    auth: { ...englishMessages.ra.auth, auth_check_error: 'Please sign in first.', sign_in_error: 'Sign-in failed. Please try again.', logout: 'Sign out', user_menu: 'My account', username: 'User name' },
    notification: {
      ...englishMessages.ra.notification,
      updated: 'Saved.', created: 'Added.', deleted: 'Deleted. |||| %{smart_count} deleted.', logged_out: 'You have been signed out. Please sign in again.', http_error: 'The server cannot be reached. Check your connection and try again.',
    },
    message: { ...englishMessages.ra.message, invalid_form: 'Some fields need a change. See the marked ones.', unsaved_changes: 'Some changes are not saved. Leave all the same?' },
    saved_queries: { ...englishMessages.ra.saved_queries, label: 'Saved filters', query_name: 'Name', new_label: 'Save these filters…', new_dialog_title: 'Save these filters as', remove_label_with_name: 'Remove “%{name}”' },
  },
}

export const kit: Words<typeof chinese.kit> = {
  kit: {
    product: 'Kehou',
    productLong: 'After-school service',
    colon: ': ',
    comma: ', ',
    status: 'Status',
    input: {
      notMoney: 'Enter an amount such as 10000.00, with at most two decimals.',
      notDate: 'Enter a date such as 2026-09-01.',
      notTime: 'Enter a time such as 16:30.',
      datePattern: '2026-09-01',
      openCalendar: 'Open the calendar',
      previousMonth: 'Previous month',
      nextMonth: 'Next month',
    },
    print: 'Print',
    chart: { showTable: 'Show table', showChart: 'Show chart' },
    figure: { asOf: 'as of %{when}' },
    list: { noNumber: 'Numbers of a child may not stand in an address.',
      search: 'Search by name, pinyin or number',
      filter: 'Filter',
      filteredBy: 'Filters in use',
      saved: 'Saved filters',
      totalPage: 'Total of this page',
      totalAll: 'Total',
      empty: 'There is nothing here yet.',
      nothingFound: 'Nothing matches.',
      nothingFoundNext: 'Try another word, or take some filters away.',
    },
    export: { running: 'Exporting %{size}', done: 'Exported. The file is among your downloads.' },
    bulk: { confirm: '%{label} (%{count})', partly: '%{done} done, %{refused} not done:' },
    act: {
      consequence: '“%{label}” will be carried out on this record and noted in its history.',
      done: '%{label}: done.',
      comment: 'Comment (optional)',
      why: 'Say why',
      whyHelp: 'The other side reads this: say what has to change.',
    },
    events: {
      submit: 'Submit', resubmit: 'Submit again', approve: 'Approve', check: 'Check', file: 'File', 'send-back': 'Send back', 'refer-back': 'Refer back', return: 'Send back', withdraw: 'Withdraw', reject: 'Reject', refuse: 'Refuse',
      publish: 'Publish', unpublish: 'Unpublish', open: 'Open', close: 'Close', cancel: 'Cancel', void: 'Void', reverse: 'Reverse', receive: 'Confirm receipt', pay: 'Pay', archive: 'Archive', create: 'Create',
      freeze: 'Freeze', release: 'Release', start: 'Start', finish: 'Finish', draft: 'New draft', revise: 'Revise', issue: 'Issue', post: 'Post', allot: 'Allot to classes',
    },
    timeline: { title: 'History', empty: 'No history yet.', said: '“%{comment}”' },
    work: {
      queued: 'Waiting in line', running: 'In progress', progress: '%{done} of %{total}', rate: '%{rate} a second', mayLeave: 'You may leave this page; the work goes on.', failed: 'This work did not finish and nothing was saved. Please try again.',
    },
    form: { errors: '%{count} to mend:', backToList: 'Back to the list' },
    error: { retry: 'Try again', request: 'When asking for help, quote %{id}', title: 'This page failed', help: 'What you entered was not sent. Reload and try again; if it fails again, tell the system administrator the time and the page.', reload: 'Reload' },
    scope: { school: 'School', allSchools: 'All schools', term: 'Term', current: 'current' },
    shell: {
      menu: 'Menu', openMenu: 'Open the menu', closeMenu: 'Close the menu', language: 'Language', theme: 'Appearance', light: 'Light', dark: 'Dark', account: 'My account', changePassword: 'Change password', signOut: 'Sign out', skip: 'Skip to content', home: 'Today',
    },
    signIn: {
      title: 'Sign in', lead: 'For staff of schools and education bureaus', username: 'User name', password: 'Password', submit: 'Sign in', parents: 'Parents: to the parents’ page', missing: 'Enter your user name and password.', forgot: 'Forgotten your password? Ask your system administrator to reset it.',
    },
    password: {
      title: 'Change password', must: 'This is your first sign-in. Please choose a password of your own.', current: 'Present password', next: 'New password', repeat: 'New password again', rule: 'At least 10 characters, not a common one, and without your user name.', different: 'The two new passwords differ.', tooShort: 'The new password needs at least 10 characters.', submit: 'Change password', done: 'Password changed. You have been signed out everywhere else.',
    },
    notFound: { title: 'There is no such page', why: 'The address may be mistyped, or the link is out of date.', next: 'Look in the menu, or go back to Today.', home: 'Back to Today' },
    denied: { title: 'No permission', why: 'You do not have permission to see this page.', next: 'If you need it, ask your system administrator.' },
    noPages: { why: 'There is no page for you here yet.', next: 'Your account has no work assigned. Ask your system administrator.' },
  },
  states: {
    draft: 'Draft', submitted: 'Submitted', checked: 'Checked', approved: 'Approved', filed: 'Filed', sent_back: 'Sent back', rejected: 'Rejected', withdrawn: 'Withdrawn', pending: 'Pending', waiting: 'Waiting',
    requested: 'Requested', published: 'Published', active: 'Active', inactive: 'Inactive', open: 'Open', closed: 'Closed', cancelled: 'Cancelled', void: 'Void', voided: 'Void', received: 'Received', paid: 'Paid',
    posted: 'Posted', reserved: 'Reserved', issued: 'Issued', queued: 'Queued', running: 'Running', done: 'Done', succeeded: 'Done', failed: 'Failed', archived: 'Archived', expired: 'Expired', unused: 'Unused', used: 'Used',
    enrolled: 'Enrolled', ended: 'Ended', planned: 'Planned', held: 'Held', superseded: 'Superseded', frozen: 'Frozen', revoked: 'Revoked', answered: 'Answered',
  },
  roles: {
    system_administrator: 'System administrator', bureau_officer: 'Bureau officer', education_finance_officer: 'Education finance officer', finance_bureau_officer: 'Finance bureau officer', principal: 'Principal', coordinator: 'Coordinator',
    school_finance_officer: 'School finance officer', teacher: 'Teacher', guardian: 'Guardian', auditor: 'Auditor',
  },
  stages: { primary: 'Primary', junior_secondary: 'Junior secondary' },
  weekdays: { '1': 'Mon', '2': 'Tue', '3': 'Wed', '4': 'Thu', '5': 'Fri', '6': 'Sat', '7': 'Sun' },
  menu: {
    today: 'Today', service: 'Service', families: 'Families', funding: 'Funding', books: 'Books and audit', policy: 'Standards and policies', satisfaction: 'Satisfaction', statistics: 'Statistics', school: 'School', system: 'System',
  },
  errors: {
    client: { unreachable: 'The server cannot be reached. Check your connection and try again.' },
    not_found: 'Not found. It may have been deleted, or lies outside your scope.',
    internal: 'Something went wrong and nothing was saved. Please try again; if it happens again, give the administrator the request number.',
    request: { invalid: 'Some entries need a change. See the marked ones.', too_large: 'The file or content is too large; the limit is 20 MB.', malformed: 'The request could not be read. Reload the page and try again.' },
    access: {
      wrong_credentials: 'The user name or the password is wrong.', too_many_attempts: 'Too many attempts; please wait a minute.', signed_out: 'You have been signed out. Please sign in again.', must_change_password: 'Please set a new password first.', csrf: 'This page is out of date. Reload it and try again.', forbidden: 'You are not allowed to do this.',
      locked: 'Too many wrong passwords. The account is locked; try again in %{minutes} minutes.', frozen: 'The account is frozen; please ask your administrator.', password_weak: 'A password needs at least 10 characters, may not be a common one and may not contain the user name.', password_same: 'The new password must differ from the old one.',
    },
    state: { conflict: 'The state has changed; somebody may just have acted. Reload and look again.' },
  },
}
