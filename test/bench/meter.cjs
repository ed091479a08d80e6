// Loaded before the measured program: writes its own resource use to file descriptor 3 when it ends.
const { writeSync } = require('node:fs');
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
