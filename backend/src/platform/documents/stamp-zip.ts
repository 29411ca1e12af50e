/** Takes the moment of writing out of a zip archive, so that the same contents are the same bytes. */

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
/** The first day that the format knows: 1 January 1980, 00:00. */
const firstDay = 0x0021

/** Works in place on an archive that was just written, without comment and not in the large form. */
export function stampZip(archive: Buffer): Buffer {
  const end = archive.length - 22
  if (end < 0 || archive.readUInt32LE(end) !== directoryEnd) throw new RangeError('not a plain zip archive')
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new RangeError('not a plain zip archive')
    const local = archive.readUInt32LE(at + 42)
    archive.writeUInt16LE(0, at + 12)
    archive.writeUInt16LE(firstDay, at + 14)
    archive.writeUInt16LE(0, local + 10)
    archive.writeUInt16LE(firstDay, local + 12)
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return archive
}
