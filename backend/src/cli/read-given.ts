/** A file that was named on the command line (读取命令行给出的文件). */
import { readFile, stat } from 'node:fs/promises'
import { CommandProblem } from './command-problem.js'

/** Throws CommandProblem `cli.file_…`; a file of more than `mostBytes` is not read at all. */
export async function readGiven(file: string, mostBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    if (size > mostBytes)
      throw new CommandProblem('cli.file_too_large', { file, megabytes: mostBytes / 1024 / 1024 })
    return await readFile(file)
  } catch (error) {
    if (error instanceof CommandProblem) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandProblem('cli.file_not_found', { file })
    throw new CommandProblem('cli.file_unreadable', { file, reason: code ?? null })
  }
}
