// Runs on any Node, however old, so that the sentence is what people see.
var version = Number(process.versions.node.split('.')[0]) * 100 + Number(process.versions.node.split('.')[1]);
if (version < 2019) {
  console.error('Earshot needs Node 20.19 or newer; this is Node %s. See https://nodejs.org.', process.versions.node);
  process.exit(1);
}
