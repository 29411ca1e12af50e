/** What keeps a command from being done (命令行错误), as a sentence. Exit code 2: the command itself is wrong; 1: everything else. */
export class CommandProblem extends Error {
  constructor(
    private readonly zh: string,
    private readonly en: string,
    readonly exitCode = 1,
  ) {
    super(en)
  }

  sentence(language: 'zh' | 'en'): string {
    return language === 'zh' ? this.zh : this.en
  }
}
