import type { Words } from '../../shared/texts'

export const zh = {
  home: { title: '%{name}，您好', nothing: '现在没有等您处理的事。', schools: '学校', classes: '行政班', students: '学生' },
}

export const en: Words<typeof zh> = {
  home: { title: 'Hello, %{name}', nothing: 'Nothing waits for you now.', schools: 'Schools', classes: 'Home classes', students: 'Students' },
}
