/** What kehou --help prints (命令行帮助). */
export const helpText = `Kehou 课后服务 · 命令行 / command line

  npm run -s kehou -- 命令 command [选项 options]

命令 Commands
  import-roster 文件FILE --school 标识码CODE     导入学生花名册 import a student roster (.xlsx .xls .csv)
  import-teachers 文件FILE --school 标识码CODE   导入教师名册 import a staff list
  import-rooms 文件FILE --school 标识码CODE      导入场地表 import a list of rooms
  schools                                        列出学校 list schools: 标识码 code, 名称 name, 学段 stage
  ledger verify [--school CODE]                  核对台账与单据 check that books, standings, documents and steps agree
  ledger verify --anchors 文件FILE               与另存的锚点比较 also against anchors that were kept elsewhere
  ledger anchors --out 文件FILE                  导出每日签名的锚点，请另存到别处 write the signed anchors of each day: keep the file somewhere else
  ledger export --format F --out 文件FILE        导出台账 write the ledger: hledger (日记账 journal), csv (全部标签 every tag),
                                                 vouchers (记账凭证 by the statutory accounts); [--school CODE] [--year YYYY]
  audit verify [--heads 文件FILE]                核对审计链 check that no entry of the trail was changed, taken out, swapped or cut off;
                                                 --heads 与另存的链尾比较 also against heads that were kept elsewhere
  audit head                                     各地区审计链的链尾，请另存到别处 where each region's chain ends: keep it somewhere else
  set-up --region 代码CODE --name 名称NAME       空库的第一个管理员 the first administrator of an empty database
  recover --user 用户名NAME                       忘了密码、丢了验证器的人重新登录 a person who lost password or authenticator:
                                                 新的一次性密码，去掉验证器，退出所有登录 a new one-time password, no second factor, signed out everywhere
  timetable solve 文件FILE.fet --out 输出OUT.fet 求解 FET 排课文件 solve a FET file; needs no database
  help, --help, -h                               本说明 this page

选项 Options
  --school CODE    学校标识码，见 schools / the school's code, see "schools"
  --seed N         timetable solve：随机种子，默认 1 / seed, 1 unless said otherwise
  --seconds S      timetable solve：最多用时（秒），默认 60 / time limit, 60 unless said otherwise
  --ignore-unsupported  timetable solve：不考虑还不支持的约束 / leave out constraints that are not supported yet
  --format F       ledger export：hledger、csv 或 vouchers / hledger, csv or vouchers
  --year YYYY      ledger export：只要这个年度 / this fiscal year only
  --out FILE       要写的文件；ledger export 可写 -，即标准输出 / the file to be written; for ledger export, - is standard output
  --anchors FILE   ledger verify：以前导出的锚点 / anchors that were written before
  --heads FILE     audit verify：以前 audit head 的输出 / what audit head printed before
  --json           输出 JSON / print JSON: {accepted, refused: [{sheet, row, why, column, params, reasons}]},
                   [{code, name, stage}]; 出错时标准错误上有 / what goes wrong, on standard error: {code, params, message}
  --lang zh|en     文字语言，默认 zh / language of the text, zh unless said otherwise

结果 Exit codes
  0  完成；有退回的行也算完成 done, refused rows included
  1  没有完成，原因见标准错误 not done, the reason is on standard error
  2  命令写错 the command is wrong

设置 Settings
  与服务相同（环境变量），可在服务运行时使用 / those of the server (environment), may run beside it:
  KEHOU_DATA_DIR, KEHOU_DATABASE_URL, KEHOU_SECRET, KEHOU_DEMO

同一文件再导入一次不会改变任何内容。 Importing the same file again changes nothing.`
