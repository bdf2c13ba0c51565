// `npm start`. Nothing is imported before the check, so that an old Node can say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Stowline needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
void import('./open-house.mjs')
