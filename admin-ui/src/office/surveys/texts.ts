import type { Words } from '../../shared/texts'

export const zh = {
  surveys: {
    new: '新建问卷',
    noneNext: '新建问卷时会带上常用题目，核对后开放即可。',
    noneNextSchool: '教育局开放问卷后，这里能看到进度和结果。',
  },
}

export const en: Words<typeof zh> = {
  surveys: {
    new: 'New survey',
    noneNext: 'A new survey comes with the usual questions; check them and open it.',
    noneNextSchool: 'Once the bureau opens a survey you see its progress and results here.',
  },
}
