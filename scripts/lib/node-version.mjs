// Imported first by every script: an old Node gets a sentence instead of a syntax error further on.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Kehou needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer Node and start again.`,
  )
  process.exit(1)
}
