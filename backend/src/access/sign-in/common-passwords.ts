/**
 * Which passwords would be tried first (常见密码)? Pure.
 *
 * The list is zxcvbn-ts's: 49,233 passwords from leaks, most of them shorter than ours may be, so that they are also
 * looked for under what people put around them ('password2024!'). It knows little of China: names and words in pinyin,
 * lucky numbers, birthdays and phone numbers are added here.
 */
import { dictionary } from '@zxcvbn-ts/language-common'

const leaked: ReadonlySet<string> = new Set(dictionary['passwords-common'] as string[])

const split = (text: string) => text.trim().split(/\s+/)
const chineseWords: ReadonlySet<string> = new Set(
  split(`
    woaini woaiwo woaiwojia woaimama woaibaba woaizhongguo woaixuexi aini ainiyiwannian wozhiaini woxihuanni xihuanni
    nihao nihaoma dajiahao mima wodemima mimashi womima wangjimima jizhumima denglu denglumima yonghu yonghuming guanliyuan
    zhongguo beijing shanghai guangzhou shenzhen datong shanxi taiyuan xuexiao xiaoxue zhongxue youeryuan laoshi
    banzhuren xiaozhang xuesheng jiazhang jiaoyu jiaoyuju caizheng caizhengju kehou kehoufuwu haizi baobao baobei
    erzi nver mama baba laopo laogong qinaide yongyuan xingfu kuaile shengrikuaile xinniankuaile gongxifacai
    pingan jiankang jiankangkuaile haoyunlai caonima wocaonima nimabi shabi diaosi zhimakaimen tiantianxiangshang
    haohaoxuexi yiqiefa yilufa yishengyishi yishiyishi laoshihao meiyoumima buzhidao wangjile suibian
    weixin qq taobao zhifubao baidu tengxun huawei xiaomi alibaba wangyi
  `),
)
const surnames: ReadonlySet<string> = new Set(
  split(`
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang
    han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lu ding ren shen yao fu cui
    tan liao fan shi jin jia xia fang zou xiong bai meng qin qiu hou yan xue lei long tao duan mao hao gu shao wan qian
    dai kong wen pang niu
  `),
)
// Syllables of which most given names are made; a name is a surname and one or two of them.
const givenSyllables = split(`
  ai an bei bin bo chang chao chen cheng chun dan dong fang fei feng gang guang guo hai han hao he hong hua hui ji jia
  jian jiang jie jin jing jun kai kang ke kun lan le lei li lian liang lin ling long lu mei meng min ming na nan ning peng ping
  qi qian qiang qin qing qiu rong rui ru shan shu shuai si song tao ting wei wen xi xia xiang xiao xin xing xiu xu xuan
  xue ya yan yang yi ying yong you yu yuan yue yun ze zhen zhi zhong zhou zi zhuo
`)
const givenName = new RegExp(`^(?:${givenSyllables.sort((a, b) => b.length - a.length).join('|')}){1,2}$`)

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb',
]
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')])
const luckyNumbers =
  /^(?:5201314|1314520|520|521|1314|147258369|147258|159357|789456123|741852963|8{3,}|6{3,}|9{3,}|168|518|888|666|0{2,}|1{2,})+$/

/** Whether the password would be among the first that somebody tries. 'PassWord１２３' is read as 'password123'. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '')
  return [plain, bare, readable(bare)].some(isCommon)
}

function isCommon(text: string): boolean {
  if (text === '' || isKnown(text) || isGuessableNumber(text) || isRepeated(text)) return true
  // A common word with something easy before or behind it.
  const parts = /^([^\p{L}]*)(.*?)([^\p{L}]*)$/u.exec(text)
  const [, before = '', core = '', behind = ''] = parts ?? []
  if (core !== text && core !== '' && (core.length <= 2 || isKnown(core)))
    return [before, behind].every(isEasyAffix)
  // Several in a row, as lovers write them: 'woaini520zhangwei'.
  const runs = text.match(/\p{L}+|\p{N}+/gu) ?? []
  return runs.length > 1 && runs.every((run) => (/\p{L}/u.test(run) ? isChinese(run) : isEasyAffix(run)))
}

const isChinese = (word: string): boolean =>
  chineseWords.has(word) || surnames.has(word) || (word.length > 3 && isName(word))

const isKnown = (word: string): boolean =>
  leaked.has(word) || chineseWords.has(word) || isName(word) || isWalk(word) || isRepeated(word)

function isName(word: string): boolean {
  if (!/^[a-z]{2,18}$/.test(word)) return false
  for (const length of [2, 3, 4, 5]) {
    const [surname, given] = [word.slice(0, length), word.slice(length)]
    if (surnames.has(surname) && (given === '' || givenName.test(given))) return true
    // Also the other way round, as on a passport.
    if (surnames.has(word.slice(-length)) && givenName.test(word.slice(0, -length))) return true
  }
  return false
}

const isWalk = (word: string): boolean =>
  word.length >= 3 && walks.some((walk) => `${walk}${walk}`.includes(word))

// 'abcabcabcabc', '112112112112', 'aaaaaaaaaa'.
const isRepeated = (text: string): boolean => /^(.{1,6}?)\1+.?$/.test(text) && text.length >= 3

const isEasyAffix = (text: string): boolean => text.length <= 4 || isGuessableNumber(text) || isWalk(text)

/** Runs, lucky numbers, dates of the last hundred years, mobile numbers, and these one after the other. */
function isGuessableNumber(text: string): boolean {
  if (!/^\d+$/.test(text)) return false
  if (isWalk(text) || isRepeated(text) || luckyNumbers.test(text) || leaked.has(text)) return true
  if (/^(?:86)?1[3-9]\d{9}$/.test(text)) return true
  const date = '(?:19[3-9]\\d|20[0-3]\\d)(?:0?[1-9]|1[0-2])(?:0?[1-9]|[12]\\d|3[01])'
  const easy = '(?:\\d{1,4}|123456789?0?|520|1314|5201314)'
  return new RegExp(`^(?:${date})(?:${easy})?$|^(?:${easy})(?:${date})$|^(?:${date}){2}$`).test(text)
}

// What letters are written as: 'p@ssw0rd1' is 'password1'.
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
function readable(text: string): string {
  const letters = text.replace(/\d+$/, '')
  return letters.replace(/[0134557@$]/g, (sign) => lookalikes[sign] ?? sign) + text.slice(letters.length)
}
