/** Invented people (虚构姓名): drawn in a fixed order, so that the demo city is the same everywhere. */

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤',
]
const givenNames = [
  '雨桐',
  '子涵',
  '梓轩',
  '若曦',
  '浩然',
  '思远',
  '一诺',
  '欣怡',
  '俊熙',
  '诗涵',
  '宇航',
  '佳宁',
  '晨曦',
  '博文',
  '雅婷',
  '天佑',
  '语嫣',
  '明哲',
  '可心',
  '泽宇',
  '清妍',
  '书瑶',
  '景行',
  '安然',
  '嘉禾',
  '沐阳',
  '知微',
  '云舒',
  '承志',
  '念慈',
  '文静',
  '建国',
  '秀英',
  '海燕',
  '志强',
  '丽华',
  '永平',
  '春梅',
  '玉兰',
  '国栋',
]

/** A repeatable stream of whole numbers below a limit. */
export class Draw {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!
  }

  person(): string {
    return this.of(surnames) + this.of(givenNames)
  }

  /** A number of a range that no operator has given to a person here: 199 0000 xxxx. */
  phone(): string {
    return `1990000${String(this.below(10_000)).padStart(4, '0')}`
  }
}
